# What contributors do often; `just` lists it. The gate itself is .ci/run.

_list:
    @just --list

# Build the example and show it while you write
example:
    cargo run -- serve example-site

# All tests, or those whose names hold a word
test word="":
    cargo test --locked {{ word }}

# Format and lint, as the gate does
lint:
    cargo fmt --check
    cargo clippy --locked --all-targets -- -D warnings

# Everything that has to pass before a change is sent
gate:
    bash .ci/run

# Build the program that is given to others, whole in itself, and pack it into `target/packages`
dist target="x86_64-unknown-linux-musl":
    python3 packaging/pack.py program {{ target }} "$(python3 packaging/build.py {{ target }})" target/packages
    python3 packaging/pack.py all target/packages

# Pack a built program into `target/packages`: archive, wheel, npm package, sums
pack binary target="x86_64-unknown-linux-musl":
    python3 packaging/pack.py program {{ target }} {{ binary }} target/packages
    python3 packaging/pack.py all target/packages

# Show the documentation while you write it
docs:
    cargo run -- serve docs

# Random edits, kills and fuzzed files for much longer than in the suite
long word="incremental":
    VAKWERK_LONG=1 cargo test --locked --release {{ word }}

# What builds cost in instructions, beside another commit
cost commit="main":
    bash .ci/cost {{ commit }}

# The table of what the program must reach
bench:
    cargo bench --bench vakwerk -- table
