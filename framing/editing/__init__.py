"""Tools to make and mend lexicons and topics: new ones, faults, effects of a change, candidate terms, other formats."""
