"""The page as PDF, printed by a browser or WeasyPrint where one is there; not the same to the byte, since both write dates and ids of their own."""

import os
import re
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NoReturn

from framing.errors import make_error

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
FLAGS: Final = (
    "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync", "--disable-background-networking",
    "--disable-component-update", "--disable-default-apps", "--disable-quic", "--no-pdf-header-footer", "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip
"""No name is resolved, so that nothing is fetched whatever a page says."""
FOLDED: Final = re.compile(r"<details(?![^>]*\sopen\b)")
NUMBERS: Final = '<style>@page { @bottom-center { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }</style>'
MOST_SECONDS: Final = 300
WANTED: Final = f"install chromium (or {', '.join(BROWSERS[2:3])}) or the Python package weasyprint, or open report.html in a browser and print it"


def render_pdf(page: str) -> bytes:
    """Print a page as PDF; raises FramingError where nothing can print it, or where printing fails."""
    page = unfold(page).replace("</head>", f"{NUMBERS}\n</head>", 1)
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser:
        return check_pdf(print_by_browser(browser, page), browser)
    if find_spec("weasyprint"):
        return check_pdf(print_by_weasyprint(page), "weasyprint")
    raise make_error("pdf", f"no browser was found on PATH: none of {', '.join(BROWSERS)}; {WANTED}")


def unfold(page: str) -> str:
    """Open what is folded, since paper cannot be.

    >>> unfold('<details class="why"><details open>')
    '<details open class="why"><details open>'
    """
    return FOLDED.sub("<details open", page)


def print_by_browser(browser: str, page: str) -> bytes:
    """Print a page by a headless browser with a profile of its own that is thrown away."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source, made = Path(folder) / "report.html", Path(folder) / "report.pdf"
        source.write_text(page, "utf-8")
        as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        own = [f"--user-data-dir={folder}/profile", f"--print-to-pdf={made}", source.as_uri()]
        try:
            done = subprocess.run([browser, *FLAGS, *as_root, *own], capture_output=True, timeout=MOST_SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise make_error("pdf", f"{browser} could not print the report: {error.__class__.__name__}; {WANTED}") from error
        if not made.exists():
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or ["it said nothing"]
            raise make_error("pdf", f"{browser} could not print the report: {said[0][:200]}; {WANTED}")
        return made.read_bytes()


def print_by_weasyprint(page: str) -> bytes:
    """Print a page by WeasyPrint, which fetches nothing."""
    import weasyprint  # type: ignore[import-not-found, unused-ignore]

    def refuse(url: str, *_: object, **__: object) -> NoReturn:
        raise ValueError(f"nothing is fetched: {url}")

    data: bytes = weasyprint.HTML(string=page, url_fetcher=refuse).write_pdf()
    return data


def check_pdf(data: bytes, by: str) -> bytes:
    """Return a PDF that begins and ends as one does; raises FramingError for another."""
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-1024:]:
        raise make_error("pdf", f"{by} wrote no whole PDF; {WANTED}")
    return data
