"""The marks in the boxes of a form, drawn as paths in PDF operators, so that no font of signs is needed."""

from __future__ import annotations

from collections.abc import Iterable


def tick(width: float, height: float) -> str:
    """A tick as a path, so that no font of signs is needed."""
    points = ((0.2 * width, 0.5 * height), (0.42 * width, 0.26 * height), (0.82 * width, 0.78 * height))
    return f"0 G {0.13 * width:.2f} w 1 J 1 j {_points(points, ('m', 'l', 'l'))} S"


def dot(width: float, height: float) -> str:
    """A filled circle of four curves."""
    radius, x, y = 0.28 * min(width, height), width / 2, height / 2
    k = 0.5523 * radius
    curves = (
        (x + radius, y + k, x + k, y + radius, x, y + radius),
        (x - k, y + radius, x - radius, y + k, x - radius, y),
        (x - radius, y - k, x - k, y - radius, x, y - radius),
        (x + k, y - radius, x + radius, y - k, x + radius, y),
    )
    drawn = " ".join(f"{' '.join(f'{number:.2f}' for number in curve)} c" for curve in curves)
    return f"0 g {x + radius:.2f} {y:.2f} m {drawn} f"


def _points(points: Iterable[tuple[float, float]], operators: Iterable[str]) -> str:
    return " ".join(f"{x:.2f} {y:.2f} {operator}" for (x, y), operator in zip(points, operators, strict=True))
