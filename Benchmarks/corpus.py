#!/usr/bin/env python3
"""Writes a corpus of generated feeds: RSS, Atom and RDF in the proportion 6:3:1, bodies in CDATA and escaped.

Usage: corpus.py FOLDER [MEGABYTES]. The same arguments give the same bytes.
"""
import html, os, random, sys

WORDS = """regering minister akkoord verkiezingen stad rivier haven schip trein oogst droogte storm brand politie rechter
bank rente markt parlement betoging grens verdrag top overleg kust eiland vliegtuig onderzoek slachtoffers hulp water
president premier koning ambassadeur zitting uitspraak beroep staking loon energie gas stroom dorp brug""".split()
PLACES = ["GENÈVE", "PARIJS", "WASHINGTON", "SANTIAGO", "NAIROBI", "SEOUL", "KYIV", "ROME", "LIMA", "OSLO"]
CODES = ["ANP", "RTR", "AFP", "ANP/AFP", "ANP/RTR/AFP"]


def sentence(r):
    words = [r.choice(WORDS) for _ in range(r.randint(8, 22))]
    return " ".join(words).capitalize() + "."


def body(r):
    paragraphs = [" ".join(sentence(r) for _ in range(r.randint(2, 5))) for _ in range(r.randint(2, 8))]
    paragraphs[0] = f"{r.choice(PLACES)} ({r.choice(CODES)}) - " + paragraphs[0]
    return "".join(f'<p>{p} <a href="/verder/{r.randint(1, 9999)}">lees &amp; verder</a></p>' for p in paragraphs)


def item(r, kind, number):
    title, text = html.escape(sentence(r)), body(r)
    escaped = html.escape(text) if r.random() < 1 / 3 else f"<![CDATA[{text}]]>"
    day, clock = r.randint(1, 28), f"{r.randint(0, 23):02}:{r.randint(0, 59):02}:00"
    link = f"https://nieuws.example/{number}"
    if kind == "atom":
        return (f"<entry><id>{link}</id><title>{title}</title><link href='{link}'/>"
                f"<updated>2026-03-{day:02}T{clock}Z</updated><content type='html'>{escaped}</content></entry>")
    about = f' rdf:about="{link}"' if kind == "rdf" else ""
    date = f"<dc:date>2026-03-{day:02}T{clock}Z</dc:date>" if kind == "rdf" else (
        f"<guid isPermaLink='false'>{number}</guid><pubDate>{day} Mar 2026 {clock} +0100</pubDate>")
    return (f"<item{about}><title>{title}</title><link>{link}</link>{date}"
            f"<description>{html.escape(sentence(r))}</description><content:encoded>{escaped}</content:encoded></item>")


NAMESPACES = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'


def document(r, kind):
    items = "\n".join(item(r, kind, r.randint(1, 10**9)) for _ in range(r.randint(5, 150)))
    if kind == "atom":
        return (f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id>'
                f"<title>Feed</title><updated>2026-03-01T00:00:00Z</updated>\n{items}\n</feed>\n")
    channel = "<title>Feed</title><link>https://nieuws.example/</link><description>Feed</description>"
    if kind == "rdf":
        return (f'<?xml version="1.0" encoding="utf-8"?>\n<rdf:RDF xmlns="http://purl.org/rss/1.0/" '
                f'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" {NAMESPACES}>'
                f'<channel rdf:about="https://nieuws.example/">{channel}</channel>\n{items}\n</rdf:RDF>\n')
    return (f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" {NAMESPACES}><channel>{channel}\n{items}\n'
            f"</channel></rss>\n")


def main():
    folder, limit = sys.argv[1], float(sys.argv[2] if len(sys.argv) > 2 else 30) * 1e6
    os.makedirs(folder, exist_ok=True)
    r, written, number = random.Random(20260101), 0, 0
    while written < limit:
        kind = r.choices(["rss", "atom", "rdf"], [6, 3, 1])[0]
        data = document(r, kind).encode()
        with open(f"{folder}/{number:04}.{kind}.xml", "wb") as file:
            file.write(data)
        written, number = written + len(data), number + 1


main()
