"""Compares distances with those of geopy: `read_distances.py FILE`, a line for each pair: north, east, north, east, km."""

import sys
from pathlib import Path

from geopy.distance import geodesic, great_circle

count = 0
for line in Path(sys.argv[1]).read_text().splitlines():
    north, east, other_north, other_east, told = map(float, line.split())
    pair = (north, east), (other_north, other_east)
    meant = geodesic(*pair).km
    # Opposite each other, the ways around the earth differ by as much as the earth is flattened.
    most = 0.005 * meant + 0.1
    assert abs(told - meant) <= most, (line, meant)
    assert abs(told - great_circle(*pair).km) <= 0.006 * meant + 0.1, line
    count += 1
print(count, "pairs")
