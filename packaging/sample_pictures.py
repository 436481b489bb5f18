"""Draws the pictures of the sample newsroom. Run by hand when one shall change: `python packaging/sample_pictures.py`.

Every picture is made here, by formula, from flat shapes: no picture from elsewhere, no trained model. Those that the
sample marks as AI-made are marked so only to show the label, and their captions say it.
"""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image, ImageDraw

SIZE = (1600, 900)
SCALE = 2
OUT = Path(__file__).parent.parent / "resources" / "sample" / "images"

INK = "#1f2a33"
PAPER = "#f4efe4"
RED = "#b8432f"
GOLD = "#d9a441"
TEAL = "#0b6e69"
SKY = "#cfe0e2"
NIGHT = "#22313f"
ROSE = "#e4b7a0"

Point = tuple[float, float]


class Board:
    """A drawing surface in picture pixels, drawn at twice the size and scaled down for smooth edges."""

    def __init__(self, ground: str) -> None:
        self.image = Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), ground)
        self.draw = ImageDraw.Draw(self.image)

    def disc(self, centre: Point, radius: float, fill: str, *, flat: float = 1.0) -> None:
        x, y = centre
        box = [(x - radius) * SCALE, (y - radius * flat) * SCALE, (x + radius) * SCALE, (y + radius * flat) * SCALE]
        self.draw.ellipse(box, fill=fill)

    def shape(self, points: list[Point], fill: str) -> None:
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def bar(self, left: float, top: float, right: float, bottom: float, fill: str, *, round_by: float = 0) -> None:
        box = [left * SCALE, top * SCALE, right * SCALE, bottom * SCALE]
        self.draw.rounded_rectangle(box, radius=round_by * SCALE, fill=fill)

    def line(self, points: list[Point], fill: str, width: float) -> None:
        self.draw.line([(x * SCALE, y * SCALE) for x, y in points], fill=fill, width=int(width * SCALE), joint="curve")

    def save(self, name: str) -> None:
        small = self.image.resize(SIZE, Image.Resampling.LANCZOS)
        small.save(OUT / name, quality=84, optimize=True, progressive=True, lossless=False, method=6)


def hills(board: Board, base: float, height: float, waves: float, fill: str, shift: float = 0.0) -> None:
    crest = [
        (float(x), base - height * (0.5 + 0.5 * math.sin(x / SIZE[0] * waves * math.tau + shift)))
        for x in range(0, SIZE[0] + 1, 8)
    ]
    board.shape([*crest, (SIZE[0], SIZE[1]), (0, SIZE[1])], fill)


def drum(board: Board, x: float, y: float, radius: float, colour: str, depth: float) -> None:
    board.bar(x - radius, y, x + radius, y + depth, colour)
    board.disc((x, y + depth), radius, colour, flat=0.28)
    board.disc((x, y), radius, PAPER, flat=0.28)
    board.line([(x - radius, y + depth * 0.5), (x + radius, y + depth * 0.5)], GOLD, 5)


def kit(board: Board, x: float, colour: str) -> None:
    for offset in (-210, 210):
        board.line([(x + offset, 420), (x + offset * 0.9, 800)], INK, 7)
        board.disc((x + offset, 415), 105, GOLD, flat=0.14)
    drum(board, x - 95, 520, 88, colour, 80)
    drum(board, x + 95, 520, 88, colour, 80)
    board.disc((x, 700), 150, colour)
    board.disc((x, 700), 124, PAPER)
    board.disc((x, 700), 16, colour)
    board.line([(x - 150, 400), (x - 40, 505)], INK, 10)
    board.line([(x + 150, 400), (x + 40, 505)], INK, 10)


def drums() -> Board:
    board = Board(ROSE)
    board.disc((800, 380), 270, RED)
    board.bar(0, 800, 1600, 900, INK)
    kit(board, 470, TEAL)
    kit(board, 1130, NIGHT)
    return board


def gift() -> Board:
    board = Board(SKY)
    board.bar(0, 760, 1600, 900, TEAL)
    drum(board, 800, 430, 250, RED, 260)
    board.bar(770, 430, 830, 760, GOLD)
    for side in (-1, 1):
        board.shape([(800, 400), (800 + side * 190, 300), (800 + side * 210, 420)], GOLD)
    board.disc((800, 400), 34, GOLD)
    return board


def pagoda() -> Board:
    board = Board("#f0d9b8")
    board.disc((1180, 300), 150, RED)
    hills(board, 720, 160, 1.4, "#8fae9f", 0.8)
    hills(board, 800, 90, 2.2, TEAL, 2.1)
    for level in range(5):
        width = 300 - level * 40
        y = 700 - level * 108
        board.bar(560 - width * 0.42, y - 70, 560 + width * 0.42, y + 20, "#8c3a2b")
        board.shape(
            [(560 - width, y - 50), (560 - width * 0.5, y - 104), (560 + width * 0.5, y - 104), (560 + width, y - 50)],
            INK,
        )
    board.line([(560, 170), (560, 60)], INK, 9)
    board.bar(0, 790, 1600, 900, NIGHT)
    return board


def plane() -> Board:
    board = Board(SKY)
    for x, y, r in ((240, 260, 90), (330, 290, 120), (440, 270, 80), (1250, 520, 110), (1370, 540, 80)):
        board.disc((x, y), r, PAPER, flat=0.5)
    board.shape([(420, 560), (1180, 330), (1280, 290), (1310, 310), (1260, 360), (500, 630), (400, 610)], "#fdfdfb")
    board.shape([(760, 470), (640, 240), (700, 225), (930, 425)], INK)
    board.shape([(800, 500), (760, 720), (820, 715), (980, 440)], NIGHT)
    board.shape([(440, 560), (360, 430), (410, 425), (520, 535)], RED)
    hills(board, 860, 60, 1.0, TEAL, 0.2)
    return board


def table() -> Board:
    board = Board("#e7ddca")
    board.bar(0, 0, 1600, 520, NIGHT)
    for index, colour in enumerate((RED, PAPER, TEAL, GOLD)):
        x = 380 + index * 280
        board.line([(x, 120), (x, 520)], GOLD, 8)
        board.shape([(x + 4, 140), (x + 150, 170), (x + 120, 250), (x + 4, 260)], colour)
    board.disc((800, 690), 620, "#8c5a3b", flat=0.24)
    board.disc((800, 670), 620, "#b27a50", flat=0.24)
    for x in (430, 690, 910, 1170):
        board.bar(x - 42, 640, x + 42, 668, PAPER, round_by=6)
    return board


def calendar() -> Board:
    board = Board(TEAL)
    board.bar(470, 130, 1130, 790, PAPER, round_by=28)
    board.bar(470, 130, 1130, 260, RED, round_by=28)
    board.bar(470, 220, 1130, 260, RED)
    for column in range(7):
        for row in range(5):
            x, y = 540 + column * 87, 340 + row * 92
            chosen = row == 2 and column in {1, 2}
            board.bar(x - 30, y - 30, x + 30, y + 30, GOLD if chosen else "#ded6c4", round_by=10)
    return board


def ore() -> Board:
    board = Board("#d8d2c4")
    hills(board, 640, 220, 1.1, "#b59a6d", 1.0)
    hills(board, 760, 120, 1.9, "#8a6d45", 2.6)
    for x, y, r, colour in ((520, 680, 120, RED), (720, 720, 150, INK), (960, 700, 130, GOLD), (1130, 740, 90, TEAL)):
        corners = [
            (x + r * math.cos(a + 0.4) * (1 - 0.16 * (i % 2)), y + r * math.sin(a + 0.4))
            for i, a in enumerate(k * math.tau / 7 for k in range(7))
        ]
        board.shape(corners, colour)
        board.shape([corners[4], corners[5], (x, y)], PAPER)
    return board


def telephone() -> Board:
    board = Board(NIGHT)
    for radius in (520, 420, 320):
        board.disc((800, 450), radius, ("#2c4152", "#365066", "#42627b")[(520 - radius) // 100])
    board.bar(560, 300, 760, 660, PAPER, round_by=26)
    board.bar(840, 240, 1040, 600, PAPER, round_by=26)
    board.bar(580, 340, 740, 600, TEAL, round_by=8)
    board.bar(860, 280, 1020, 540, RED, round_by=8)
    return board


def gate() -> Board:
    board = Board("#e9c9a4")
    board.disc((420, 260), 120, RED)
    board.bar(240, 430, 1360, 800, RED)
    board.shape([(160, 440), (300, 300), (1300, 300), (1440, 440)], INK)
    board.shape([(320, 300), (440, 200), (1160, 200), (1280, 300)], GOLD)
    for x in (420, 640, 960, 1180):
        board.bar(x - 60, 560, x + 60, 800, "#5a1f16", round_by=58)
    board.bar(730, 520, 870, 800, "#3d140e", round_by=60)
    board.bar(0, 790, 1600, 900, "#8a6d45")
    return board


def _cable(x: float) -> float:
    away = abs(x - 800)
    return 520 - 290 * (away / 420) ** 2 if away <= 420 else 230 + 340 * ((away - 420) / 320) ** 0.8


def bridge() -> Board:
    board = Board("#f0d9b8")
    board.disc((1220, 250), 100, GOLD)
    hills(board, 620, 120, 1.3, "#8fae9f", 0.3)
    board.bar(0, 680, 1600, 900, TEAL)
    cable = [(float(x), _cable(x)) for x in range(60, 1541, 8)]
    board.line(cable, INK, 8)
    for x in (380, 1220):
        board.bar(x - 18, 210, x + 18, 720, INK)
    for x in range(120, 1500, 48):
        board.line([(x, _cable(x)), (x, 580)], INK, 3)
    board.bar(60, 570, 1540, 604, RED)
    return board


def globe() -> Board:
    board = Board(PAPER)
    board.disc((800, 450), 360, SKY)
    for ratio in (0.25, 0.6, 1.0):
        steps = [k * math.tau / 120 for k in range(121)]
        board.line([(800 + 360 * ratio * math.cos(a), 450 + 360 * math.sin(a)) for a in steps], TEAL, 5)
    for y in (-200, 0, 200):
        half = math.sqrt(360**2 - y**2)
        board.line([(800 - half, 450 + y), (800 + half, 450 + y)], TEAL, 5)
    for x, y in ((960, 360), (700, 640), (620, 300)):
        board.disc((x, y), 26, RED)
    board.line([(960, 360), (700, 640), (620, 300), (960, 360)], RED, 6)
    return board


def label() -> Board:
    board = Board("#e7ddca")
    board.bar(300, 150, 1300, 640, NIGHT, round_by=12)
    board.disc((1060, 300), 90, GOLD)
    board.shape([(300, 640), (620, 330), (860, 640)], TEAL)
    board.shape([(640, 640), (960, 420), (1300, 640)], "#8fae9f")
    board.bar(300, 680, 820, 750, "#ffe7a8", round_by=10)
    board.bar(330, 705, 790, 725, "#3b2a00", round_by=10)
    return board


PICTURES = {
    "drums.jpg": drums,
    "gift.webp": gift,
    "pagoda.jpg": pagoda,
    "plane.jpg": plane,
    "table.jpg": table,
    "calendar.png": calendar,
    "ore.jpg": ore,
    "telephone.webp": telephone,
    "gate.jpg": gate,
    "bridge.jpg": bridge,
    "globe.png": globe,
    "label.png": label,
}


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    for name, draw in PICTURES.items():
        draw().save(name)


if __name__ == "__main__":
    main()
