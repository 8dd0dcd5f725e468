"""What a DOCX needs beyond text: fields, numbers that begin anew, table heads that repeat, words for who cannot see a table."""

from typing import Any


def make_element(name: str, **values: str) -> Any:
    """Make an element with attributes of the same name space."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{name}")
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element


def add_field(paragraph: Any, code: str, shown: str = "1") -> None:
    """Add a field that the word processor counts, such as PAGE; `shown` stands there until it has."""
    field = make_element("fldSimple", instr=f" {code} ")
    run, text = make_element("r"), make_element("t")
    text.text = shown
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def restart_numbers(document: Any) -> int:
    """Add a numbering that begins at 1 and looks like List Number; returns its id."""
    numbering = document.part.numbering_part.element
    used = document.styles["List Number"].element.pPr.numPr.numId.val
    abstract = next(one.abstractNumId.val for one in numbering.num_lst if one.numId == used)
    number = numbering.add_num(abstract)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def set_table_head(row: Any, *, is_head: bool) -> None:
    """Keep a row on one page; a head is repeated on every page."""
    facts = row._tr.get_or_add_trPr()
    facts.append(make_element("cantSplit"))
    if is_head:
        facts.append(make_element("tblHeader"))


def add_tables_words(table: Any, caption: str, columns: str) -> None:
    """Give a table its name and what its columns are, as a screen reader tells them."""
    facts = table._tbl.tblPr
    if caption:
        facts.append(make_element("tblCaption", val=caption))
    facts.append(make_element("tblDescription", val=f"Columns: {columns}"))
