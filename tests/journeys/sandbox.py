#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
import sys,os
sys.path.insert(0, os.path.dirname(__file__)+"/../support")
import tap
def nothing(): pass
tap.run("sandbox", nothing)
