#!/usr/bin/env python3
"""Compare the text that meetings finds on saved web pages with the text of their known content containers.

usage: real-pages.py FOLDER [--sample N] [--meetings PATH] [--worst N]

FOLDER holds saved pages whose article stands in `.cnt_bd` or `#content_area` (as in the public repository
yuekcc/cctv_news, folder dump_htmls; pages without such a container are passed over). trafilatura (PyPI) reads the same
pages beside it, if it is installed. White space is left out of every comparison; counts are of characters.
needs: pip install lxml trafilatura
"""
import argparse, collections, difflib, json, os, re, subprocess, sys, tempfile, time

from lxml import html

ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ap.add_argument("folder"); ap.add_argument("--sample", type=int, default=2000)
ap.add_argument("--meetings", default=os.path.join(os.path.dirname(__file__), "../.build/release/meetings"))
ap.add_argument("--worst", type=int, default=0)
args = ap.parse_args()

squash = lambda text: re.sub(r"[\s\u3000\u00a0\u200b-\u200f\ufeff]", "", text or "")


def truth(page):
    tree = html.fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    for node in tree.xpath('//*[@id="content_area"] | //*[contains(concat(" ", @class, " "), " cnt_bd ")]'):
        for hidden in node.xpath(".//script | .//style | .//comment()"):
            hidden.drop_tree()
        text = squash(node.text_content())
        if text:
            return text
    return None


names = sorted(os.listdir(args.folder))
pages = {}
for name in names[:: max(1, len(names) // (args.sample * 2))]:
    data = open(os.path.join(args.folder, name), "rb").read()
    text = truth(data) if b"content_area" in data or b"cnt_bd" in data else None
    if text and len(text) > 20:
        pages[name] = text
    if len(pages) == args.sample:
        break


def figures(label, found, seconds):
    exact = hit = got = want = 0
    bad = []
    for name, text in pages.items():
        mine = squash(found.get(name))
        same = sum(m.size for m in difflib.SequenceMatcher(None, text, mine, autojunk=False).get_matching_blocks()) if mine != text else len(text)
        exact += mine == text; hit += same; got += len(mine); want += len(text)
        if mine != text:
            bad.append((2 * same / (len(mine) + len(text)), name))
    p, r = hit / max(1, got), hit / max(1, want)
    print(f"{label:12} exact {exact}/{len(pages)} ({exact / len(pages):.3f})  precision {p:.4f}  recall {r:.4f}  F1 {2 * p * r / (p + r):.4f}  {seconds:.1f} s")
    return sorted(bad)


with tempfile.TemporaryDirectory() as folder:
    for name in pages:
        os.symlink(os.path.abspath(os.path.join(args.folder, name)), os.path.join(folder, name))
    started = time.time()
    out = subprocess.run([args.meetings, "list", "-C", folder, "--format", "ndjson", "--fields", "path,text", "--kind", "any"],
                         capture_output=True, text=True)
    found = {}
    for line in out.stdout.splitlines():
        record = json.loads(line)
        found[record["path"]] = record["text"]
    bad = figures("meetings", found, time.time() - started)
for score, name in bad[: args.worst]:
    print(f"  {score:.3f} {name}\n    want {pages[name][:150]}\n    have {squash(found.get(name))[:150]}")
try:
    import trafilatura
except ImportError:
    sys.exit("trafilatura is not installed; no comparison")
started = time.time()
other = {}
for name in pages:
    page = open(os.path.join(args.folder, name), "rb").read().decode("utf-8", "replace")
    other[name] = trafilatura.extract(page, include_comments=False) or ""
figures("trafilatura", other, time.time() - started)
