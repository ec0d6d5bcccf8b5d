#!/usr/bin/env python3
"""Times every peer over a corpus, each in a process of its own, round by round in turn; prints medians and ratios.

Usage: report.py WORK ROUNDS [PEER...]. WORK holds the drivers built, the corpus, and afterwards result.json. PEER
limits the run to the peers whose name contains it; the limit is always timed.
"""
import glob, json, os, platform, re, shutil, statistics, subprocess, sys, tempfile

DRIVERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Drivers")
LIMIT = "libxml2"
# A file in which fewer than this share of its items is found is lost: reading little of it is no speed.
ENOUGH = 0.9


class Missing(Exception):
    """Why a peer cannot be timed."""


class Peer:
    """One parser: what it finds in each file, and a process that makes a round when asked."""

    def __init__(self, name, makes, driver, version):
        self.name, self.makes, self.driver, self.version_command = name, makes, driver, version
        self.rounds = []

    def begin(self, prefix, documents):
        """Finds out which files it reads, and starts and warms up the process that is timed over these."""
        self.driver = [*prefix, *self.driver]
        self.version = first_line(self.version_command) or "?"
        self.start("0", list(documents))
        found = dict(zip(documents, self.answer()["found"]))
        self.end()
        self.found = sum(found.values())
        self.lost = [path for path in documents if found[path] < ENOUGH * documents[path]]
        self.start("-", [path for path in documents if path not in self.lost])

    def start(self, rounds, paths):
        self.errors = tempfile.TemporaryFile("w+")
        try:
            self.process = subprocess.Popen([*self.driver, rounds, *paths], stdin=subprocess.PIPE, text=True,
                                            stdout=subprocess.PIPE, stderr=self.errors)
        except OSError as error:
            raise Missing(str(error)) from None

    def answer(self):
        """The next line, or why there is none."""
        line = self.process.stdout.readline()
        if line:
            return json.loads(line)
        self.process.wait()
        self.errors.seek(0)
        said = self.errors.read().strip().splitlines()
        raise Missing(said[-1] if said else f"ended with status {self.process.returncode}")

    def round(self):
        try:
            self.process.stdin.write("\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        self.rounds.append(self.answer())

    def end(self):
        self.process.stdin.close()
        self.process.wait()

    def result(self, limit):
        """Medians, with the slowest and the fastest round."""
        rates = [round["bytes"] / round["seconds"] / 1e6 for round in self.rounds]
        seconds = statistics.median(round["seconds"] for round in self.rounds)
        return {
            "peer": self.name, "version": self.version, "makes": self.makes,
            "mb_per_second": statistics.median(rates), "slowest": min(rates), "fastest": max(rates),
            "items_per_second": self.rounds[0]["items"] / seconds,
            "of_limit": statistics.median(rates) / (limit or statistics.median(rates)),
            "items_found": self.found, "lost": [os.path.basename(path) for path in self.lost], "rounds": self.rounds,
        }


def peers(work):
    """Every peer with what it makes of a document, its driver and the command that tells its version."""
    python, commit = f"{work}/python/bin/python", ["git", "describe", "--always", "--dirty", "--exclude=*"]

    def debian(package):
        return ["dpkg-query", "-W", "-f", "${Version}", package]

    def in_python(name, makes):
        version = [python, "-c", f"import importlib.metadata as m; print(m.version('{name}'))"]
        return Peer(name, makes, [python, f"{DRIVERS}/python.py", name], version)

    return [
        Peer(LIMIT, "nothing: push SAX, empty handlers, in C", [f"{work}/libxml2"],
             ["pkg-config", "--modversion", "libxml-2.0"]),
        Peer("telex-raw", "full model, dates; HTML as written", [f"{work}/telex-bench", "raw"], commit),
        Peer("telex-full", "sanitised, links absolute, dates, attribution, hash", [f"{work}/telex-bench", "full"],
             commit),
        Peer("sfeed", "TSV, dates (a process a file, less start-up)", [sys.executable, f"{DRIVERS}/sfeed.py"],
             debian("sfeed")),
        in_python("lxml", "DOM for Python"),
        in_python("fastfeedparser", "dicts, dates"),
        Peer("gofeed", "full model, dates; GOMAXPROCS=1", ["env", "GOMAXPROCS=1", f"{work}/gofeed"],
             debian("golang-github-mmcdole-gofeed-dev")),
        in_python("feedparser", "sanitised dicts, links absolute, dates"),
    ]


def first_line(command):
    """The first line a program prints; empty where it cannot be run."""
    try:
        lines = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    except OSError:
        return ""
    return lines[0] if lines else ""


def items(path):
    """How many items a document holds whole: all encodings of the corpus write their tags in ASCII."""
    with open(path, "rb") as file:
        return len(re.findall(rb"</(?:item|entry)>", file.read()))


def measure(chosen, prefix, documents, rounds):
    """Times the peers in turn; those that cannot be are returned with the reason."""
    missing, timed = {}, []
    for peer in chosen:
        # Its first round follows its warm-up; all others wait for input meanwhile.
        print(f"warming up {peer.name}", file=sys.stderr)
        try:
            peer.begin(prefix, documents)
            peer.round()
            timed.append(peer)
        except Missing as reason:
            missing[peer.name] = str(reason)
    for number in range(2, rounds + 1):
        print(f"round {number} of {rounds}", file=sys.stderr)
        for peer in list(timed):
            try:
                peer.round()
            except Missing as reason:
                missing[peer.name] = str(reason)
                timed.remove(peer)
    for peer in timed:
        peer.end()
    return timed, missing


def machine():
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "?")
    with open("/proc/meminfo") as file:
        memory = int(file.readline().split()[1]) / 1048576
    system = platform.freedesktop_os_release().get("PRETTY_NAME", "?")
    kernel = f"Linux {platform.release()} {platform.machine()}"
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB; {system}, {kernel}"


def show(result):
    corpus = result["corpus"]
    print(f"machine  {result['machine']}")
    print(f"corpus   {corpus['files']} files, {corpus['megabytes']:.1f} MB, {corpus['items']} items")
    print(f"method   medians of {result['rounds']} rounds in turn after a warm-up, files in memory; processor time "
          f"{result['pinned']}")
    before, after = result["load"]
    print(f"load     {before[0]:.2f} before, {after[0]:.2f} after (one minute)\n")
    print("| peer | version | makes | MB/s | slowest–fastest | items/s | of the limit | items found | lost |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for peer in result["peers"]:
        spread = f"{peer['slowest']:.1f}–{peer['fastest']:.1f}"
        print(f"| {peer['peer']} | {peer['version']} | {peer['makes']} | {peer['mb_per_second']:.1f} | {spread} "
              f"| {peer['items_per_second']:.0f} | {peer['of_limit']:.3f} | {peer['items_found']} "
              f"| {len(peer['lost'])} |")
    for name, reason in result["missing"].items():
        print(f"| {name} | – | missing: {reason} | – | – | – | – | – | – |")


def main():
    work, rounds, names = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    documents = {path: items(path) for path in sorted(glob.glob(f"{work}/corpus/*.xml"))}
    chosen = [peer for peer in peers(work) if peer.name == LIMIT or not names or any(n in peer.name for n in names)]
    core = max(os.sched_getaffinity(0))
    prefix = ["taskset", "-c", str(core)] if shutil.which("taskset") else []
    load = os.getloadavg()
    timed, missing = measure(chosen, prefix, documents, rounds)
    limit = next((peer.result(None)["mb_per_second"] for peer in timed if peer.name == LIMIT), None)
    if limit is None:
        sys.exit(f"the limit could not be measured: {missing[LIMIT]}")
    size = sum(os.path.getsize(path) for path in documents) / 1e6
    result = {
        "machine": machine(), "rounds": rounds, "pinned": f"on core {core} alone" if prefix else "on any core",
        "corpus": {"files": len(documents), "megabytes": size, "items": sum(documents.values())},
        "load": [load, os.getloadavg()], "peers": [peer.result(limit) for peer in timed], "missing": missing,
    }
    with open(f"{work}/result.json", "w") as file:
        json.dump(result, file, indent=1)
    show(result)


main()
