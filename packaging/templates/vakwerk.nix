# Nix: nix-env -if vakwerk.nix, or callPackage ./vakwerk.nix { }.
{ pkgs ? import <nixpkgs> { } }:
let
  archives = {
    x86_64-linux = { name = "@ARCHIVE_X86_64_UNKNOWN_LINUX_MUSL@"; sha256 = "@SUM_X86_64_UNKNOWN_LINUX_MUSL@"; };
    aarch64-linux = { name = "@ARCHIVE_AARCH64_UNKNOWN_LINUX_MUSL@"; sha256 = "@SUM_AARCH64_UNKNOWN_LINUX_MUSL@"; };
    x86_64-darwin = { name = "@ARCHIVE_X86_64_APPLE_DARWIN@"; sha256 = "@SUM_X86_64_APPLE_DARWIN@"; };
    aarch64-darwin = { name = "@ARCHIVE_AARCH64_APPLE_DARWIN@"; sha256 = "@SUM_AARCH64_APPLE_DARWIN@"; };
  };
  archive = archives.${pkgs.stdenv.hostPlatform.system};
in
pkgs.stdenv.mkDerivation {
  pname = "vakwerk";
  version = "@VERSION@";
  src = pkgs.fetchurl { url = "@RELEASE@/${archive.name}"; inherit (archive) sha256; };
  nativeBuildInputs = [ pkgs.installShellFiles ];
  dontStrip = true;
  installPhase = ''
    install -Dm755 vakwerk $out/bin/vakwerk
    installManPage man/*.1
    installShellCompletion --bash completions/vakwerk.bash --zsh completions/_vakwerk --fish completions/vakwerk.fish
  '';
  meta = {
    description = "@DESCRIPTION@";
    homepage = "@HOMEPAGE@";
    license = with pkgs.lib.licenses; [ mit asl20 ];
    mainProgram = "vakwerk";
  };
}
