"""The classroom pack: worksheets with the outlets hidden, answer key, lesson, annotation page, and what coders agree on."""
