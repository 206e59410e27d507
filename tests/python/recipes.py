"""recipes.py FOLDER: whether the files of package managers in a folder are written in their languages, and what they name."""

import json
import sys
from pathlib import Path

import tree_sitter
import tree_sitter_nix
import tree_sitter_ruby
from jsonschema import Draft202012Validator

# Of https://github.com/ScoopInstaller/Scoop/blob/master/schema.json what a manifest of one program needs.
HASH = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
SCOOP = {
    "type": "object",
    "required": ["version", "homepage", "license", "architecture", "bin"],
    "additionalProperties": False,
    "properties": {
        "version": {"type": "string", "pattern": r"^[\w.+-]+$"},
        "description": {"type": "string", "maxLength": 200},
        "homepage": {"type": "string", "format": "uri", "pattern": "^https://"},
        "license": {"type": "string", "pattern": r"^[A-Za-z0-9.+-]+([|,][A-Za-z0-9.+-]+)*$"},
        "bin": {"type": "string", "pattern": r"\.exe$"},
        "architecture": {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"enum": ["32bit", "64bit", "arm64"]},
            "additionalProperties": {
                "type": "object",
                "required": ["url", "hash"],
                "additionalProperties": False,
                "properties": {
                    "url": {"type": "string", "format": "uri", "pattern": r"^https://.*\.tar\.gz$"},
                    "hash": HASH,
                    "extract_dir": {"type": "string", "minLength": 1},
                },
            },
        },
    },
}


def faults(language, path):
    """The places that the grammar of a language has no words for."""
    parser = tree_sitter.Parser(tree_sitter.Language(language))
    found, left = [], [parser.parse(path.read_bytes()).root_node]
    while left:
        node = left.pop()
        if node.is_error or node.is_missing:
            found.append(f"{path.name}:{node.start_point[0] + 1}: {node.text.decode()[:60]}")
        left.extend(node.children)
    return found


folder = Path(sys.argv[1])
wrong = faults(tree_sitter_ruby.language(), folder / "vakwerk.rb")
wrong += faults(tree_sitter_nix.language(), folder / "vakwerk.nix")
scoop = json.loads((folder / "vakwerk.json").read_text())
wrong += [f"vakwerk.json: {fault.json_path}: {fault.message}" for fault in Draft202012Validator(SCOOP).iter_errors(scoop)]
print("\n".join(wrong))
sys.exit(bool(wrong))
