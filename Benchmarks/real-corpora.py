#!/usr/bin/env python3
"""Runs the program over whole public corpora and checks what can be checked by rule; nothing of them is kept.

usage: real-corpora.py [--program PATH] [--json FILE] [--before FILE] [--look N] NAME=FOLDER ...

  git clone --depth 1 https://github.com/DuckBurnIncense/xin-wen-lian-bo /tmp/xin-wen-lian-bo
  swift build -c release
  Benchmarks/real-corpora.py --json now.json xwlb=/tmp/xin-wen-lian-bo
  Benchmarks/real-corpora.py --before now.json xwlb=/tmp/xin-wen-lian-bo      # after a change: both columns

What is checked: that the run ends; days against the page's stamp; bodies, persons and places that occur once or look odd; numbers
of sessions that run backwards; headlines that say what was studied, against the agenda. Each is a count, with examples to look at.
"""
import argparse, collections, datetime, json, os, random, re, subprocess, sys, time

ODD_BODY = re.compile(r"^[、，。；：”’）\]]|^(并|就|对|将|与|为|了|的|还|在|由|以|其|该|于)(?!外|台|口)|[，。；？！]|访问|祝贺|致电|致信|同意|表示")
ODD_NAME = re.compile(r"[^\u3400-\u9fff\U00020000-\U0003ffff·•・ A-Za-z]|^(率|赴|到|在|和|与|及|上台|市民|群众|记者|代表)")
ODD_PLACE = re.compile(r"^(建设|推动|打造|国内|全面|高举|我|各)|市场|[^\u3400-\u9fff]")
STUDIES = re.compile(r"(研究|审议|听取|传达学习|部署|讨论)")


def records(program, folder, limit):
    """The records as the program prints them, the seconds it took and its exit code; None where it does not end in time."""
    start = time.time()
    try:
        run = subprocess.run(
            [program, "list", "-C", folder, "--no-index", "--reports", "--format", "ndjson"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, timeout=limit)
    except subprocess.TimeoutExpired:
        return None, limit, None
    return [json.loads(line) for line in run.stdout.splitlines()], time.time() - start, run.returncode


def day(text):
    try:
        return datetime.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def once(values):
    return [value for value, count in collections.Counter(values).items() if count == 1]


def checks(found):
    """Each check as a name and the examples that fail it, with the size of what was looked at."""
    dated = [(r, day(r["date"]), day(r["published"])) for r in found]
    both = [(r, held, out) for r, held, out in dated if held and out]
    bodies = [s["body"] for r in found for s in r["sessions"]]
    people = [p["name"] for r in found for p in r["participants"]] + [r["chair"]["name"] for r in found if r["chair"] and r["chair"]["name"]]
    places = [r["jurisdiction"] for r in found if r["jurisdiction"]]
    # Of the headline only what stands behind the verb may be an item.
    told = [r for r in found if STUDIES.search(r["title"])]
    yield "records", found, found
    yield "without a day", [f"{r['id']} {r['title']}" for r, held, _ in dated if not held], found
    yield "day after the page's stamp", [f"{r['id']} {r['date']} {r['published']}" for r, held, out in both if held > out], both
    yield "day over 60 days before it", [f"{r['id']} {r['date']} {r['published']}" for r, held, out in both if (out - held).days > 60], both
    yield "without a body", [f"{r['id']} {r['title']}" for r in found if not r["sessions"]], found
    yield "bodies that occur once", once(bodies), set(bodies)
    yield "bodies that look odd", [b for b in set(bodies) if ODD_BODY.search(b) or len(b) > 28], set(bodies)
    yield "persons that occur once", once(people), set(people)
    yield "persons that look odd", [p for p in set(people) if ODD_NAME.search(p) or len(p) > 4 and "·" not in p], set(people)
    yield "places that look odd", [p for p in set(places) if ODD_PLACE.search(p) or len(p) > 9], set(places)
    yield "headline studies, no agenda", [f"{r['id']} {r['title']}" for r in told if not r["agenda"]], told
    yield "sessions that run backwards", [r["id"] for r in found if any(w["code"] == "session-out-of-order" for w in r["warnings"])], found
    for code in ["odd-name", "odd-place", "body-without-owner", "many-items-in-one-report", "far-from-publication", "budget"]:
        yield "warned: " + code, [r["id"] for r in found if any(w["code"] == code for w in r["warnings"])], found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", metavar="NAME=FOLDER")
    parser.add_argument("--program", default=os.path.join(os.path.dirname(__file__), "../.build/release/meetings"))
    parser.add_argument("--json", help="write the counts here")
    parser.add_argument("--before", help="counts of an earlier run, for a column beside")
    parser.add_argument("--look", type=int, default=3, help="examples of each check (a fixed choice at random)")
    parser.add_argument("--limit", type=float, default=600, help="seconds after which a run counts as hanging")
    options = parser.parse_args()
    before = json.load(open(options.before)) if options.before else {}
    counts, hangs = {}, False
    for corpus in options.corpora:
        name, folder = corpus.split("=", 1)
        found, seconds, code = records(options.program, folder, options.limit)
        if found is None or code not in (0, 3):
            hangs = True
            print(f"{name}: " + (f"not ended after {seconds:.0f} s" if found is None else f"exit code {code}"))
            continue
        print(f"{name}: {len(found)} records in {seconds:.1f} s")
        counts[name] = {}
        for check, failed, looked in checks(found):
            counts[name][check] = [len(failed), len(looked)]
            old = before.get(name, {}).get(check)
            print(f"  {check:30} {len(failed):6} of {len(looked):6}" + (f"   before {old[0]:6} of {old[1]:6}" if old else ""))
            if check != "records":
                for example in random.Random(7).sample(sorted(failed), min(options.look, len(failed))):
                    print(f"      {example[:110]}")
    if options.json:
        json.dump(counts, open(options.json, "w"), ensure_ascii=False, indent=1)
    sys.exit(1 if hangs else 0)


main()
