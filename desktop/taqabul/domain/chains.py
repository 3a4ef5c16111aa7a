"""The part of a reordered sequence that kept its order."""

from bisect import bisect_left
from collections.abc import Sequence


def longest_chain(values: Sequence[int]) -> list[int]:
    """The places of a longest strictly increasing subsequence, in O(n log n) (Fredman 1975)."""
    ends: list[int] = []  # ends[k]: the smallest value that ends a chain of length k + 1
    places: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        length = bisect_left(ends, value)
        if length == len(ends):
            ends.append(value)
            places.append(place)
        else:
            ends[length], places[length] = value, place
        before.append(places[length - 1] if length else -1)
    chain = []
    place = places[-1] if places else -1
    while place >= 0:
        chain.append(place)
        place = before[place]
    return chain[::-1]
