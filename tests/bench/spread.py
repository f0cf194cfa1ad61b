"""Figures over rounds."""
import statistics


def median(rounds, name):
    return statistics.median(one[name] for one in rounds)
