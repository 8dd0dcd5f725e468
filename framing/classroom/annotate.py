"""The annotation page: masked texts on which students mark spans, with one inline script that the page's policy names by its hash."""

import base64
import hashlib
import json
from typing import Final

from markupsafe import Markup

from framing.classroom.material import Material
from framing.classroom.pack import make_public
from framing.classroom.page import TEMPLATES, make_class_environment
from framing.version import __version__

UNSAFE: Final = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def render_annotate(material: Material) -> str:
    """Render the annotation page; it holds what students may see and nothing of the tool's answer."""
    public = make_public(material)
    script = (TEMPLATES / "annotate.js").read_text("utf-8")
    return make_class_environment().get_template("annotate.html").render(
        title=public["title"],
        fictional=material.tell_fictional(),
        axes=[{**axis, "place": place} for place, axis in enumerate(public["axes"])],
        keys=[code.upper() for axis in public["axes"] for code in axis["codes"]],
        data=Markup(make_inert(json.dumps(public, ensure_ascii=False))),
        script=Markup(script),
        script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        version=__version__,
    )  # fmt: skip


def make_inert(data: str) -> str:
    """Make JSON that no text in it can break out of a script element.

    >>> make_inert('"</script>"')
    '"\\\\u003c/script\\\\u003e"'
    """
    for char, code in UNSAFE.items():
        data = data.replace(char, code)
    return data
