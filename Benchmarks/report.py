#!/usr/bin/env python3
"""Runs the floor and `telex parse` in turn over a corpus and prints medians and ratios.

Usage: report.py ROUNDS FLOOR TELEX CORPUS
"""
import glob, os, platform, resource, statistics, subprocess, sys


def cpu_seconds(command):
    """Processor seconds of one run, the process's own and its libraries', start-up included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    rounds, floor, telex, corpus = int(sys.argv[1]), *sys.argv[2:5]
    files = sorted(glob.glob(corpus + "/*.xml"))
    megabytes = sum(os.path.getsize(f) for f in files) / 1e6
    commands = {
        "libxml2 push SAX, empty handlers (C)": [floor, *files],
        "telex parse --raw": [telex, "parse", "--raw", *files],
        "telex parse (sanitised, attributed)": [telex, "parse", *files],
    }
    seconds = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            seconds[name].append(cpu_seconds(command))
    model = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), "?")
    print(f"{platform.system()} {platform.machine()}, {model}, {os.cpu_count()} cores; "
          f"{len(files)} files, {megabytes:.1f} MB; medians of {rounds} rounds, processor time")
    limit = statistics.median(seconds["libxml2 push SAX, empty handlers (C)"])
    for name, values in seconds.items():
        median = statistics.median(values)
        print(f"{name:40} {megabytes / median:8.1f} MB/s   {limit / median:5.2f} of the limit   "
              f"({min(values):.3f}–{max(values):.3f} s)")


main()
