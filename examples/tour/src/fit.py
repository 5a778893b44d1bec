"""Fits a line through the sales of each month."""
import argparse
import csv
import json
import pathlib
import random


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sales", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--model", type=pathlib.Path, required=True)
    args = parser.parse_args()

    with open(args.sales, encoding="utf-8", newline="") as file:
        rows = [(float(row["month"]), float(row["amount"])) for row in csv.DictReader(file)]
    sample = random.Random(args.seed).choices(rows, k=len(rows))
    mean_x, mean_y = (sum(column) / len(sample) for column in zip(*sample))
    spread = sum((x - mean_x) ** 2 for x, _ in sample)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in sample) / spread if spread else 0.0
    print(f"slope {slope:.2f} from {len(sample)} sales")

    args.model.mkdir(parents=True, exist_ok=True)
    line = {"slope": slope, "intercept": mean_y - slope * mean_x}
    (args.model / "line.json").write_text(json.dumps(line) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
