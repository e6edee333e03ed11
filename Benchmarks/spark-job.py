#!/usr/bin/env python3
"""Parse a folder of reports on a Spark cluster: the same records as `meetings list --format ndjson`, in parts.

usage: spark-job.py REPORTS OUTPUT [--meetings PATH] [--partitions N]

REPORTS     a folder that every worker sees at the same path
OUTPUT      a folder that Spark makes, with part files of NDJSON
--meetings  the program on the workers (default: meetings)

Stage one pipes the names of files through `meetings parse`. A record without a place takes the place of the records
with the same chair, where that is one place only; then the records of each place go through `meetings resolve` together,
because years, duplicates and contradictions are inferred place by place.
"""
import argparse
import json
import os
import shlex
import subprocess

from pyspark import SparkConf, SparkContext


def files(folder):
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                yield os.path.relpath(os.path.join(parent, name), folder)


def chair_key(record):
    """Whom a place may be inferred from: the chair's name and first title."""
    chair = record.get("chair") or {}
    return (chair["name"], (chair.get("titles") or [None])[0]) if chair.get("name") else None


def resolve(program, lines):
    done = subprocess.run([program, "resolve"], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports")
    parser.add_argument("output")
    parser.add_argument("--meetings", default="meetings")
    parser.add_argument("--partitions", type=int, default=8)
    args = parser.parse_args()
    root, program, partitions = os.path.abspath(args.reports), args.meetings, args.partitions

    conf = SparkConf().setAppName("meetings").setIfMissing("spark.master", "local[2]")
    # One machine without a network still needs an address.
    conf = conf.setIfMissing("spark.driver.host", "127.0.0.1").setIfMissing("spark.driver.bindAddress", "127.0.0.1")
    spark = SparkContext(conf=conf)
    spark.setLogLevel("ERROR")

    command = f"{shlex.quote(program)} parse -C {shlex.quote(root)}"
    records = spark.parallelize(sorted(files(root)), partitions).pipe(command, checkCode=False).cache()
    loaded = records.map(lambda line: (json.loads(line), line))
    chairs = (
        loaded.filter(lambda pair: pair[0]["jurisdiction"] and chair_key(pair[0]))
        .map(lambda pair: (chair_key(pair[0]), pair[0]["jurisdiction"]))
        .distinct().groupByKey().mapValues(list).filter(lambda pair: len(pair[1]) == 1).mapValues(lambda places: places[0])
    )
    known = spark.broadcast(dict(chairs.collect()))

    def place(record):
        return record["jurisdiction"] or known.value.get(chair_key(record)) or ""

    groups = loaded.map(lambda pair: (place(pair[0]), pair[1])).groupByKey(partitions)
    groups.flatMap(lambda group: resolve(program, sorted(group[1]))).saveAsTextFile(args.output)
    spark.stop()


if __name__ == "__main__":
    main()
