#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bell.py FILE.wav: the sound of a small bell, struck once.

A bell's partials stand in the proportions that bell founders tune to (hum, prime, tierce, quint, nominal and above);
the higher ones fade first. The same program always makes the same file.
"""

import array
import math
import sys
import wave

RATE = 22050
SECONDS = 2.2
PRIME = 880.0
PARTIALS = (  # times the prime, loudness, seconds until it has faded to a third
    (0.5, 0.35, 1.2), (1.0, 0.60, 0.9), (1.2, 0.45, 0.7), (1.5, 0.25, 0.55),
    (2.0, 0.55, 0.5), (2.67, 0.25, 0.3), (3.0, 0.20, 0.25), (4.1, 0.12, 0.12),
)


def level(second):
    ring = sum(loud * math.exp(-second / fade) * math.sin(2 * math.pi * PRIME * times * second)
               for times, loud, fade in PARTIALS)
    stroke = min(1.0, second / 0.004)  # no click at the start
    silence = min(1.0, (SECONDS - second) / 0.2)  # none at the end
    return ring * stroke * silence


def main():
    levels = [level(i / RATE) for i in range(int(RATE * SECONDS))]
    loudest = max(abs(value) for value in levels)
    samples = array.array('h', (round(value / loudest * 0.7 * 32767) for value in levels))
    if sys.byteorder == 'big':
        samples.byteswap()
    with wave.open(sys.argv[1], 'wb') as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


main()
