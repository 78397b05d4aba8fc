#!/usr/bin/env python3
"""Checks the layout that the architecture promises: who may include whom, where third-party headers may stand,
which folders exist, which names types have, and how long a file may be.

usage: check_layers.py [ROOT]     (ROOT: the project's folder, by default the one that holds this script)

Prints one line for each violation (file:line: what, and what to do) and exits with 1 when there is any.
"""
import pathlib
import re
import sys

# Each folder under src/ with the folders that it may include beside itself.
PURE = ("core", "text", "concepts")
FOLDERS = {
    "core": (),
    "text": ("core",),
    "concepts": ("core", "text"),
    "ooxml": ("core", "text"),
    "verify": PURE,
    "intake": PURE + ("ooxml",),
    "pubmed": PURE,
    "library": PURE,
    "report": PURE + ("ooxml",),
    "review": PURE + ("ooxml", "verify", "intake", "pubmed", "library", "report"),
    "cli": PURE + ("ooxml", "verify", "intake", "pubmed", "library", "report", "review"),
}

# Third-party and system headers (by first path component or whole name) with the folders whose .cpp files may use them.
OUTER = ("ooxml", "intake", "pubmed", "library", "report", "review", "cli")
OWNERS = {
    "curl": ("pubmed",),
    "isa-l": ("pubmed",),
    "isa-l.h": ("pubmed",),
    "pugixml.hpp": ("pubmed", "ooxml"),
    "zip.h": ("ooxml",),
    "iconv.h": ("intake",),
    "md4c.h": ("intake",),
    "xlsxwriter.h": ("report",),
    "sqlite3.h": ("library",),
    "nlohmann": ("library", "report", "review", "intake", "cli"),
    "boost": ("review",),
    "utf8proc.h": ("text",),
    "libstemmer.h": ("text",),
    "openssl": ("intake", "cli"),
    "CLI": ("cli",),
    "fmt": ("text", "concepts", "verify") + OUTER,
    "fcntl.h": OUTER,
    "signal.h": OUTER,
    "sys": OUTER,
    "unistd.h": OUTER,
}

# core, text, concepts and verify do no I/O and read no clock.
SILENT_FOLDERS = PURE + ("verify",)
IO_HEADERS = {
    "chrono", "condition_variable", "cstdio", "ctime", "filesystem", "fstream", "future", "iostream", "istream",
    "ostream", "random", "syncstream", "thread",
}

TEST_FOLDERS = set(FOLDERS) | {"support", "golden", "data", "fuzz", "bench", "browser", "references"}
CODE_SUFFIXES = {".cpp", ".h", ".py", ".js", ".css", ".sh", ".cmake"}
MAX_LINES = 400
TYPE = re.compile(r"^(?:class|struct|enum class) (\w+)(?: final)?(?: : [^{]+)? \{")
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')


def is_standard(header):
    """C++ standard headers have neither a folder nor a suffix."""
    return re.fullmatch(r"[a-z_]+", header) is not None


def check_own_include(folder, header, root):
    """What is wrong with `#include "header"` in src/folder, or None."""
    target = header.split("/")[0]
    if target not in FOLDERS or "/" not in header:
        return f'"{header}" is not rooted at src/: write "folder/file.h"'
    if not (root / "src" / header).is_file():
        return f'"{header}" does not exist'
    if target != folder and target not in FOLDERS[folder]:
        return f"{folder} may not include {target}; it may include {', '.join(FOLDERS[folder]) or 'nothing else'}"
    return None


def check_foreign_include(path, folder, header):
    """What is wrong with `#include <header>` in src/folder, or None."""
    if is_standard(header):
        if folder in SILENT_FOLDERS and header in IO_HEADERS:
            return f"<{header}>: {folder} does no I/O and reads no clock"
        return None
    owners = OWNERS.get(header) or OWNERS.get(header.split("/")[0])
    if owners is None:
        return f"<{header}> has no owner: add it to OWNERS in scripts/check_layers.py"
    if folder not in owners:
        return f"<{header}> belongs to {', '.join(owners)}"
    if path.suffix == ".h":
        return f"<{header}> may stand in .cpp files only"
    return None


def check_includes(path, folder, root):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        quoted, header = match[1] == '"', match[2]
        problem = check_own_include(folder, header, root) if quoted else check_foreign_include(path, folder, header)
        if problem:
            yield f"{path.relative_to(root)}:{number}: {problem}"


def check_folders(root):
    for top, known in (("src", FOLDERS), ("tests", TEST_FOLDERS)):
        for entry in sorted((root / top).iterdir()):
            if entry.is_dir() and entry.name not in known and entry.name != "__pycache__":
                yield f"{top}/{entry.name}: an unknown folder: add it to scripts/check_layers.py, or use a known one"


def check_length(path, root):
    lines = path.read_bytes().count(b"\n")
    if lines > MAX_LINES:
        yield f"{path.relative_to(root)}:{lines}: {lines} lines; {MAX_LINES} at most: split it, one idea a file"


def check_type_names(root):
    """Types share one namespace: two of one name in two headers break the one-definition rule, unseen by the linker."""
    first = {}
    for path in sorted((root / "src").rglob("*.h")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = TYPE.match(line)
            if not match:
                continue
            where = f"{path.relative_to(root)}:{number}"
            if match[1] in first:
                yield f"{where}: {match[1]} is defined in {first[match[1]]} too; give one of them another name"
            first.setdefault(match[1], where)


def is_code(path):
    return path.suffix in CODE_SUFFIXES or (path.suffix == "" and path.parent.name == "scripts")


def check(root):
    yield from check_folders(root)
    yield from check_type_names(root)
    for top in ("src", "tests", "scripts"):
        for path in sorted(p for p in (root / top).rglob("*") if p.is_file() and "__pycache__" not in p.parts):
            if is_code(path):
                yield from check_length(path, root)
            folder = path.relative_to(root / top).parts[0]
            if top == "src" and path.suffix in (".cpp", ".h") and folder in FOLDERS:
                yield from check_includes(path, folder, root)


def main(arguments):
    if arguments and arguments[0] in ("-h", "--help"):
        print(__doc__.strip())
        return 0
    root = pathlib.Path(arguments[0] if arguments else pathlib.Path(__file__).parent.parent).resolve()
    problems = list(check(root))
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
