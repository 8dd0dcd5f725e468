"""Claims in articles: clauses, voices, zones, days of publication, and what is matched."""

from tests.claims.conftest import FindIn


def test_a_sentence_is_cut_into_what_it_tells(find_in: FindIn) -> None:
    """Clauses joined by "while" are two claims."""
    found = find_in("The mayor opened the new harbour bridge, while the council closed the old ferry line.\n")
    assert found.texts("event") == ["The mayor opened the new harbour bridge", "while the council closed the old ferry line"]


def test_what_a_source_says_is_a_statement(find_in: FindIn) -> None:
    """Reported words are a statement, and who says it is no claim."""
    found = find_in("The mayor said the harbour bridge would cost 40 million dollars.\n")
    assert found.texts("statement") == ["the harbour bridge would cost 40 million dollars"]
    assert found.texts("event") == []


def test_questions_and_captions_claim_nothing(find_in: FindIn) -> None:
    """A question, and a caption with its credit, are left out."""
    question, caption = "Who paid 40 million for the bridge?", "The bridge cost 30 million. [Harbour Press Office]"
    found = find_in(f"The bridge opened to all traffic today.\n\n{question}\n\n{caption}\n")
    assert found.texts("figure") == []


def test_a_full_date_at_the_top_is_the_day_of_publication(find_in: FindIn) -> None:
    """Where no day is known, relative dates count from the date line of the page."""
    found = find_in("Harbour opens\n\n8 May 2024\n\nThe mayor opened the new bridge yesterday, and people came in thousands.\n", published="")
    (told,) = [claim.told for claim in found.claims.claims if claim.told]
    assert told.first == "2024-05-07"


def test_spellings_of_a_name_are_one_actor(find_in: FindIn) -> None:
    """Two spellings of one name give clauses the same matter."""
    found = find_in(
        "Defense Minister Thabit Mohammed al-Abassi visited the harbour of the town.\n",
        "Defence chief Thabet al-Abbasi visited the harbour of the town.\n",
    )
    first, second = found.claims.clauses
    assert first.names & second.names


def test_words_that_tell_the_same_are_one(find_in: FindIn) -> None:
    """Families of words and endings meet: troops and soldiers, withdrew and withdrawal."""
    first, second = find_in("The troops withdrew from the harbour town.\n", "The withdrawal of soldiers from harbour towns ended.\n").claims.clauses
    assert {"soldi", "withdraw", "harbour", "town"} <= first.matter & second.matter


def test_denials_and_plans_are_marked(find_in: FindIn) -> None:
    """A clause knows whether it denies, and whether it looks ahead."""
    first, second = find_in("The mayor did not open the harbour bridge.\n\nThe mayor will open the harbour bridge.\n").claims.clauses
    assert (first.is_denied, second.is_denied, second.is_ahead) == (True, False, True)
