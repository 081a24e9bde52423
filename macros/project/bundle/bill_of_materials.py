"""The list of all parts for programs that look for known holes: a software bill of materials, CycloneDX 1.6 as JSON.

It is written by hand, as it is small, and every installation would carry six packages for it; a test holds it against the schema
of CycloneDX's own library.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.project.bundle.parts import CODE, CONTENT, TYPEFACE, Package

# A name of ours for the space of the serial numbers: the same parts have the same number.
_SPACE = uuid.UUID("6a1d3c52-7c0e-5b7e-9a56-2f0d1a7c2026")


@dataclass(frozen=True, slots=True)
class Made:
    """What a release is, and what it was made with.

    Attributes:
        release: the name of the release of the content.
        day: its day.
        version: the version of the generator.
        direct: the packages that the generator itself asks for.
        packages: all packages of the lock.
        fonts: SHA-256 of each file of the typeface, by its path.
    """

    release: str
    day: date
    version: str
    direct: tuple[str, ...]
    packages: tuple[Package, ...]
    fonts: Mapping[str, str]


def bill_of_materials(made: Made) -> str:
    """The list as a JSON document. The same parts give the same bytes."""
    told: dict[str, Any] = {
        "metadata": {
            "timestamp": f"{made.day.isoformat()}T00:00:00Z",
            "component": _part("data", "alongside-handbook-content", made.release, CONTENT, "handbook"),
        },
        "components": [
            _part("application", "alongside-handbook", made.version, CODE, "generator"),
            _typeface(made.fonts),
            *map(_package, made.packages),
        ],
        "dependencies": list(_dependencies(made)),
    }
    number = uuid.uuid5(_SPACE, json.dumps(told, sort_keys=True))
    head = {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": f"urn:uuid:{number}", "version": 1}
    return json.dumps({**head, **told}, indent=1, ensure_ascii=False) + "\n"


def _part(kind: str, name: str, version: str, license_id: str, ref: str) -> dict[str, Any]:
    return {"type": kind, "bom-ref": ref, "name": name, "version": version, "licenses": [{"license": {"id": license_id}}]}


def _typeface(fonts: Mapping[str, str]) -> dict[str, Any]:
    files = [
        {"type": "file", "bom-ref": path, "name": path, "hashes": [{"alg": "SHA-256", "content": digest}]}
        for path, digest in fonts.items()
    ]
    licenses = [{"license": {"id": TYPEFACE}}]
    name = "Atkinson Hyperlegible"
    return {"type": "file", "bom-ref": "typeface", "name": name, "licenses": licenses, "components": files}


def _package(package: Package) -> dict[str, Any]:
    url = _url(package)
    hashes = [{"alg": "SHA-256", "content": digest} for digest in package.hashes]
    return {
        "type": "library",
        "bom-ref": url,
        "name": package.name,
        "version": package.version,
        "licenses": [{"license": {"name": package.license}}],
        "purl": url,
        # Which of its files was installed depends on the computer.
        "externalReferences": [{"type": "distribution", "url": url, "comment": "one of these files", "hashes": hashes}],
    }


def _url(package: Package) -> str:
    return f"pkg:pypi/{package.name}@{package.version}"


def _dependencies(made: Made) -> Iterable[dict[str, Any]]:
    urls: dict[str, list[str]] = {}
    for package in made.packages:
        urls.setdefault(package.name, []).append(_url(package))
    yield {"ref": "handbook", "dependsOn": ["generator", "typeface"]}
    yield {"ref": "generator", "dependsOn": _urls(made.direct, urls)}
    yield {"ref": "typeface"}
    for package in made.packages:
        yield {"ref": _url(package), "dependsOn": _urls(package.needs, urls)}


def _urls(names: Iterable[str], urls: Mapping[str, list[str]]) -> list[str]:
    return [url for name in sorted(set(names)) for url in urls.get(name, ())]
