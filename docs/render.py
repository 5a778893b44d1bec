"""render.py OUT TIMING: what util-linux's `script` recorded, as an SVG on stdout: each line appears when it did.

Viewers that do not animate show the whole. Understood: colours, bold, dim, underline, carriage return, erase in line,
cursor up.
"""
import html
import re
import sys

COLUMNS, ROW, CHARACTER, MARGIN = 100, 19, 8.43, 16
PALETTE = {
    30: "#6e7681", 31: "#ff7b72", 32: "#7ee787", 33: "#e3b341", 34: "#79c0ff", 35: "#d2a8ff", 36: "#76e3ea",
    37: "#e6edf3", 90: "#8b949e", 91: "#ffa198", 92: "#aff5b4", 93: "#f2cc60", 94: "#a5d6ff", 95: "#e2c5ff",
    96: "#b3f0ff", 97: "#ffffff",
}
BACKGROUND, FOREGROUND = "#0d1117", "#e6edf3"
FONT = "ui-monospace,SFMono-Regular,Menlo,Consolas,monospace"
PLAIN = (FOREGROUND, False, False, False)  # colour, bold, dim, underline
SEQUENCE = re.compile(r"\x1b\[([0-9;?]*)([A-Za-z])|\x1b\][^\x07]*\x07|\x1b.")


class Screen:
    def __init__(self):
        self.rows, self.since, self.row, self.column, self.style = [[]], [0.0], 0, 0, PLAIN

    def put(self, character, time):
        if character == "\n":
            self.row, self.column = self.row + 1, 0
            if self.row == len(self.rows):
                self.rows.append([])
                self.since.append(time)
        elif character == "\r":
            self.column = 0
        elif character >= " ":
            line = self.rows[self.row]
            if not line:
                self.since[self.row] = time
            line.extend([(" ", PLAIN)] * (self.column + 1 - len(line)))
            line[self.column] = (character, self.style)
            self.column += 1

    def control(self, parameters, final):
        numbers = [int(each or 0) for each in parameters.split(";")] if "?" not in parameters else []
        if final == "m":
            self.paint(numbers)
        elif final == "K":
            del self.rows[self.row][self.column:]
        elif final == "A":
            self.row = max(self.row - max(numbers[0], 1), 0)

    def paint(self, numbers):
        colour, bold, dim, underline = self.style
        for number in numbers:
            if number == 0:
                colour, bold, dim, underline = PLAIN
            elif number == 1:
                bold = True
            elif number == 2:
                dim = True
            elif number == 4:
                underline = True
            elif number in (22, 24):
                bold, dim, underline = (False, False, underline) if number == 22 else (bold, dim, False)
            elif number == 39:
                colour = FOREGROUND
            colour = PALETTE.get(number, colour)
        self.style = (colour, bold, dim, underline)


def played(out, timing):
    """The screen at the end. `timing` has a line `DELAY BYTES` for each piece of `out`."""
    screen, time, at, rest = Screen(), 0.0, 0, ""
    data = out.split(b"\n", 1)[1]  # the first line is script's own
    for line in timing.splitlines():
        delay, size = line.split()[-2:]
        time += float(delay)
        rest += data[at:at + int(size)].decode("utf-8", "ignore")
        at += int(size)
        while rest:
            found = SEQUENCE.match(rest)
            if found:
                if found[2]:
                    screen.control(found[1], found[2])
                rest = rest[found.end():]
            elif rest[0] == "\x1b":
                break  # its end comes with the next piece
            else:
                screen.put(rest[0], time)
                rest = rest[1:]
    return screen


def spans(line):
    """The line's runs of one style, as SVG."""
    runs = []
    for character, style in line:
        if runs and runs[-1][1] == style:
            runs[-1][0] += character
        else:
            runs.append([character, style])
    for text, (colour, bold, dim, underline) in runs:
        attributes = "" if colour == FOREGROUND else f' fill="{colour}"'
        attributes += ' font-weight="bold"' if bold else ""
        attributes += ' opacity="0.65"' if dim else ""
        attributes += ' text-decoration="underline"' if underline else ""
        yield f"<tspan{attributes}>{html.escape(text)}</tspan>" if attributes else html.escape(text)


def svg(screen):
    while screen.rows and not screen.rows[-1]:
        screen.rows.pop()
    width, height = round(COLUMNS * CHARACTER) + 2 * MARGIN, len(screen.rows) * ROW + 2 * MARGIN
    yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    yield f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>'
    yield f'<g font-family="{FONT}" font-size="14" fill="{FOREGROUND}" xml:space="preserve">'
    for number, (line, since) in enumerate(zip(screen.rows, screen.since)):
        if line:
            y = MARGIN + number * ROW + 14
            hidden = f'<set attributeName="visibility" to="hidden" begin="0s" dur="{max(since, 0.01):.2f}s"/>'
            yield f'<text x="{MARGIN}" y="{y}">{hidden}{"".join(spans(line))}</text>'
    yield "</g>\n</svg>"


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as recorded, open(sys.argv[2], encoding="ascii") as times:
        print("\n".join(svg(played(recorded.read(), times.read()))))
