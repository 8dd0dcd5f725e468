"""The list of countries is all of ISO 3166."""

import re

from framing.articles.countries import read_countries


def test_all_countries() -> None:
    """The list has the 249 codes of ISO 3166-1, two capitals each, every name once, and no code that others use beside them."""
    countries = read_countries()
    assert len(countries) == len(set(countries.values())) == 249
    assert all(re.fullmatch("[A-Z]{2}", code) for code in countries)
    assert not {"UK", "EU", "XK", "SU", "YU", "EN"} & set(countries)
    assert {"AQ", "BQ", "CW", "GB", "NA", "PS", "SS", "SX", "TW", "ZW"} <= set(countries)
