#!/usr/bin/env python3
"""Writes a corpus of generated feeds in the proportions in which feeds are found on the web.

RSS, Atom and RDF 6:3:1; bodies two thirds in CDATA, one third escaped; a third with relative links; some in other
encodings than UTF-8; about one in nine damaged. Usage: corpus.py FOLDER [MEGABYTES]. The same arguments give the same
bytes.
"""
import html, os, random, sys
from datetime import datetime, timedelta, timezone

SITE = "https://nieuws.example"
NAMESPACES = ('xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
              'xmlns:media="http://search.yahoo.com/mrss/"')
# Each with the legacy encodings its feeds come in, as labelled and as they really are.
LANGUAGES = {
    "nl": ("""regering minister akkoord verkiezingen stad rivier haven schip trein oogst droogte storm brand politie
rechter bank rente markt parlement betoging grens verdrag overleg kust onderzoek slachtoffers hulp water president
coördinatie geëist privé financiële één ruïne België en de het een van in met voor na over tegen""",
           [("windows-1252", "cp1252"), ("ISO-8859-1", "cp1252")]),
    "en": ("""government minister deal election city river harbour ship train harvest drought storm fire police judge
bank interest market parliament protest border treaty talks coast inquiry victims aid water president the a of in with
for after over against said would café naïve""", [("windows-1252", "cp1252")]),
    "de": ("""Regierung Ministerin Einigung Wahl Stadt Fluss Hafen Schiff Zug Ernte Dürre Sturm Feuer Polizei Richter
Bank Zinsen Märkte Parlament Grenze Vertrag Gespräche Küste Untersuchung Opfer Hilfe Präsident größer während für über
der die das ein und mit nach gegen""", [("iso-8859-1", "latin-1")]),
    "fr": ("""gouvernement ministre accord élections ville rivière port navire train récolte sécheresse tempête incendie
police juge banque marché parlement frontière traité côte enquête victimes aide eau président société à été le la les
un une de et avec pour après contre""", [("ISO-8859-1", "latin-1")]),
    "ru": ("""правительство министр соглашение выборы город река порт корабль поезд урожай засуха буря пожар полиция
судья банк рынок парламент граница договор переговоры берег расследование помощь вода президент и в на с по после""",
           [("windows-1251", "cp1251")]),
    "zh": ("政府 部长 协议 选举 城市 河流 港口 船舶 列车 收成 干旱 风暴 火灾 警察 法官 银行 市场 议会 边界 条约 会谈 海岸 调查 援助 总统",
           [("gb2312", "gbk")]),
}
PLACES = ["GENÈVE", "PARIJS", "WASHINGTON", "Berlin", "NAIROBI", "SEOUL", "KYIV", "Rome", "MOSUL, Iraq", "DEN HAAG"]
CREDITS = ["(ANP)", "(Reuters)", "(AFP)", "(dpa)", "(ANP/AFP)", "(ANP/RTR/AFP)", "(AP)", "(Novum)"]
ENTITIES = ["&nbsp;", "&amp;", "&eacute;", "&euro;", "&ndash;", "&rsquo;", "&#8217;", "&quot;", "&hellip;"]
# Weight, items, and how long the body of one is.
STYLES = {"headlines": (3, (12, 60), None), "summaries": (6, (30, 100), (1, 2)), "full": (4, (30, 100), (3, 12)),
          "long": (1, (100, 180), (6, 14))}


class Prose:
    """Text and HTML in one language, for one feed."""

    def __init__(self, r, language, wire, relative):
        self.r, self.wire, self.root = r, wire, "" if relative else SITE
        self.words = LANGUAGES[language][0].split()

    def sentence(self):
        words = self.r.choices(self.words, k=self.r.randint(6, 20))
        return " ".join(words).capitalize() + self.r.choice([".", ".", ".", "?", " (1) ."])

    def headline(self):
        text = " ".join(self.r.choices(self.words, k=self.r.randint(5, 11))).capitalize()
        return self.r.choice([text] * 6 + [f"{text}: “{self.r.choice(self.words)}”", f"AT&T {text}", f"'{text}' < 1 %"])

    def dateline(self):
        if not self.wire or self.r.random() < 0.15:
            return ""
        date = self.r.choice(["", "", ", 3 maart", ", March 3"])
        return f"{self.r.choice(PLACES)}{date} {self.r.choice(CREDITS)} {self.r.choice(['-', '–', '—', '&ndash;'])} "

    def inline(self):
        number, word = self.r.randint(1, 99999), self.r.choice(self.words)
        return self.r.choice([
            f'<a href="{self.root}/artikel/{number}?ref=rss&amp;utm_source=feed">{word}</a>',
            f'<a class="ext" target="_blank" href="https://elders.example/{number}">{word} {word}</a>',
            f"<strong>{word}</strong>", f"<em>{word}</em>", f"<b>{word}</b><br />", self.r.choice(ENTITIES) + word])

    def paragraph(self):
        parts = []
        for _ in range(self.r.randint(2, 5)):
            parts.append(html.escape(self.sentence(), quote=False))
            if self.r.random() < 0.4:
                parts.append(self.inline())
        return " ".join(parts)

    def block(self):
        number = self.r.randint(1, 99999)
        return self.r.choices([
            f"<p>{self.paragraph()}</p>\n",
            f'<figure class="image"><img src="{self.root}/beeld/{number}.jpg" '
            f'srcset="{self.root}/beeld/{number}-2x.jpg 2x" '
            f'alt="{html.escape(self.sentence())}" width="640" height="360" loading="lazy" />'
            f"<figcaption>{self.sentence()} Foto: ANP</figcaption></figure>\n",
            f"<h2>{html.escape(self.headline())}</h2>\n",
            "<ul>" + "".join(f"<li>{self.sentence()}</li>" for _ in range(self.r.randint(2, 5))) + "</ul>\n",
            f'<blockquote style="margin: 0"><p>{self.paragraph()}</p></blockquote>\n',
            f'<iframe src="https://video.example/embed/{number}" width="560" height="315"></iframe>\n',
            f'<script async src="https://telling.example/{number}.js"></script>\n',
        ], [70, 12, 5, 4, 5, 2, 2])[0]

    def body(self, blocks):
        rest = "".join(self.block() for _ in range(blocks - 1))
        pixel = f'<img src="https://telling.example/p?{self.r.randint(1, 10**9)}" width="1" height="1" alt=""/>'
        return f"<p>{self.dateline()}{self.paragraph()}</p>\n{rest}{pixel if self.r.random() < 0.3 else ''}"


def rfc822(r, moment):
    """RFC 822 as written: seven in ten with a numeric zone; one-digit days, no weekday, two spaces now and then."""
    weekday = moment.strftime("%a, ") if r.random() < 0.9 else ""
    day = str(moment.day) if r.random() < 0.2 else f"{moment.day:02}"
    zone = r.choices(["+0100", "+0000", "-0500", "GMT", "EST", "CET", "UT"], [40, 20, 10, 25, 3, 2, 1])[0]
    space = "  " if r.random() < 0.02 else " "
    return f"{weekday}{day} {moment.strftime('%b %Y %H:%M:%S')}{space}{zone}"


def iso8601(r, moment):
    """A profile of ISO 8601: with a fraction now and then, in UTC or another zone, rarely a date alone."""
    fraction = f".{r.randint(0, 999):03}" if r.random() < 0.2 else ""
    zone = r.choice(["Z", "Z", "+00:00", "+01:00"])
    return moment.strftime("%Y-%m-%d") + (moment.strftime(f"T%H:%M:%S{fraction}{zone}") if r.random() < 0.98 else "")


def date(r, kind, moment):
    if kind == "rss":
        return r.choices([rfc822(r, moment), moment.strftime("%Y/%-m/%-d %H:%M:%S"), iso8601(r, moment)], [95, 2, 3])[0]
    return iso8601(r, moment)


class Feed:
    """One document: what it holds is decided once, as one publisher's program writes all its items alike."""

    def __init__(self, r, kind, escaped):
        self.r, self.kind, self.escaped = r, kind, escaped
        language = r.choices(list(LANGUAGES), [60, 60, 24, 24, 12, 1])[0]
        self.label, self.encoding = "UTF-8", "utf-8"
        if r.random() < 0.1 or language == "zh":
            self.label, self.encoding = r.choice(LANGUAGES[language][1])
        self.language = language
        self.prose = Prose(r, language, wire=r.random() < 0.5, relative=r.random() < 1 / 3)
        style = r.choices(list(STYLES), [weight for weight, _, _ in STYLES.values()])[0]
        _, self.items, self.blocks = STYLES[style]
        self.has_summary = style != "summaries" and r.random() < 0.6
        self.cdata_titles, self.has_ids = r.random() < 0.3, r.random() < 0.87
        self.has_media, self.has_dates = r.random() < 0.4, r.random() < 0.93

    def marked(self, text):
        """HTML inside XML."""
        return html.escape(text) if self.escaped else f"<![CDATA[{text}]]>"

    def title(self):
        text = self.prose.headline()
        return f"<![CDATA[{text}]]>" if self.cdata_titles else html.escape(text, quote=False)

    def common(self):
        """What all kinds carry alike: categories, a creator, media."""
        number = self.r.randint(1, 99999)
        tag = '<category term="{}"/>' if self.kind == "atom" else "<category>{}</category>"
        if self.kind == "rdf":
            tag = "<dc:subject>{}</dc:subject>"
        parts = [tag.format(self.r.choice(self.prose.words)) for _ in range(self.r.randint(0, 4))]
        if self.r.random() < 0.4:
            author = self.r.choice(["Van onze redactie", "J. de Vries", "Reuters", "ANP"])
            parts.append(f"<dc:creator>{author}</dc:creator>")
        if self.has_media:
            parts.append(f'<media:content url="{SITE}/beeld/{number}.jpg" medium="image" width="1200" height="675">'
                         f"<media:credit>ANP/AFP</media:credit></media:content>")
        return "".join(parts)

    def item(self, number, moment):
        link, written = f"{SITE}/artikel/{number}", date(self.r, self.kind, moment)
        body = self.marked(self.prose.body(self.r.randint(*self.blocks))) if self.blocks else ""
        summary = self.marked(self.prose.sentence()) if self.has_summary or not body else ""
        if self.kind == "atom":
            published = f"<published>{written}</published>" if self.r.random() < 0.7 else ""
            content = f'<content type="html">{body}</content>' if body else ""
            summary = f'<summary type="html">{summary}</summary>' if summary else ""
            return (f'<entry>\n<id>{link}</id>\n<title>{self.title()}</title>\n<link rel="alternate" href="{link}"/>\n'
                    f"{published}<updated>{written}</updated>\n<author><name>Redactie</name></author>{self.common()}\n"
                    f"{summary}{content}\n</entry>")
        about = f' rdf:about="{link}"' if self.kind == "rdf" else ""
        stamp = ("<dc:date>{}</dc:date>" if self.kind == "rdf" else "<pubDate>{}</pubDate>").format(written)
        guid = f'<guid isPermaLink="false">artikel-{number}</guid>' if self.kind == "rss" and self.has_ids else ""
        # Where there is no summary, the description holds the body.
        texts = f"<description>{summary or body}</description>"
        texts += f"\n<content:encoded>{body}</content:encoded>" if summary and body else ""
        return (f"<item{about}>\n<title>{self.title()}</title>\n<link>{link}</link>\n{guid}"
                f"{stamp if self.has_dates else ''}{self.common()}\n{texts}\n</item>")

    def document(self):
        count = self.r.randint(*self.items)
        newest, first = datetime(2026, 3, 1, tzinfo=timezone.utc), self.r.randint(1, 10**6)
        newest += timedelta(seconds=self.r.randint(0, 10**7))
        items = "\n".join(self.item(first + count - n, newest - timedelta(minutes=17 * n)) for n in range(count))
        head = f'<?xml version="1.0" encoding="{self.label}"?>\n'
        if self.kind == "atom":
            text = (f'<feed xmlns="http://www.w3.org/2005/Atom" {NAMESPACES} xml:lang="{self.language}">\n'
                    f"<id>{SITE}/</id><title>Nieuws</title><updated>{newest.isoformat()}</updated>"
                    f'<link href="{SITE}/"/>\n{items}\n</feed>\n')
        else:
            channel = (f"<title>Nieuws</title><link>{SITE}/</link><description>Het laatste nieuws</description>"
                       f"<dc:language>{self.language}</dc:language>")
            text = f'<rss version="2.0" {NAMESPACES}><channel>{channel}\n{items}\n</channel></rss>\n'
            if self.kind == "rdf":
                text = (f'<rdf:RDF xmlns="http://purl.org/rss/1.0/" {NAMESPACES} '
                        f'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
                        f'<channel rdf:about="{SITE}/">{channel}</channel>\n{items}\n</rdf:RDF>\n')
        return (head + text).encode(self.encoding, "xmlcharrefreplace")


def damage(data, number):
    """Damage as captured feeds have it: mostly white space before the declaration, the rest about once in a hundred."""
    at = data.index(b"</title>", int(len(data) * 0.4))
    if number % 11 == 5:
        return b"\n" * (1 + number % 3) + data
    return {
        17: lambda: data[:at] + b"\xc3" + data[at:],
        103: lambda: data[:at] + b"\x93quote\x94" + data[at:],
        29: lambda: data[:at] + b"\x08" + data[at:],
        131: lambda: data[:at] + b"\x1b\x02" + data[at:],
        47: lambda: data.replace(b"<title>", b"<title>Q & A ", 4),
        89: lambda: data[:int(len(data) * 0.8)],
    }.get(number, lambda: data)()


def main():
    folder, limit = sys.argv[1], float(sys.argv[2] if len(sys.argv) > 2 else 34) * 1e6
    os.makedirs(folder, exist_ok=True)
    r, written, number, deck = random.Random(20260101), 0, 0, []
    while written < limit:
        if not deck:
            deck = [(kind, n % 3 == 2) for n in range(3) for kind in ["rss"] * 6 + ["atom"] * 3 + ["rdf"]]
            r.shuffle(deck)
        kind, escaped = deck.pop()
        data = damage(Feed(r, kind, escaped).document(), number)
        with open(f"{folder}/{number:04}.{kind}.xml", "wb") as file:
            file.write(data)
        written, number = written + len(data), number + 1


if __name__ == "__main__":
    main()
