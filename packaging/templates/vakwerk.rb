# Homebrew: the formula of a tap.
class Vakwerk < Formula
  desc "@DESCRIPTION@"
  homepage "@HOMEPAGE@"
  version "@VERSION@"
  license any_of: ["MIT", "Apache-2.0"]

  on_macos do
    on_arm do
      url "@RELEASE@/@ARCHIVE_AARCH64_APPLE_DARWIN@"
      sha256 "@SUM_AARCH64_APPLE_DARWIN@"
    end
    on_intel do
      url "@RELEASE@/@ARCHIVE_X86_64_APPLE_DARWIN@"
      sha256 "@SUM_X86_64_APPLE_DARWIN@"
    end
  end

  on_linux do
    on_arm do
      url "@RELEASE@/@ARCHIVE_AARCH64_UNKNOWN_LINUX_MUSL@"
      sha256 "@SUM_AARCH64_UNKNOWN_LINUX_MUSL@"
    end
    on_intel do
      url "@RELEASE@/@ARCHIVE_X86_64_UNKNOWN_LINUX_MUSL@"
      sha256 "@SUM_X86_64_UNKNOWN_LINUX_MUSL@"
    end
  end

  def install
    bin.install "vakwerk"
    man1.install Dir["man/*.1"]
    bash_completion.install "completions/vakwerk.bash" => "vakwerk"
    zsh_completion.install "completions/_vakwerk"
    fish_completion.install "completions/vakwerk.fish"
  end

  test do
    system bin/"vakwerk", "init", "site", "--yes"
    system bin/"vakwerk", "build", "site"
  end
end
