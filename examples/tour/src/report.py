"""Says how many fits there are to compare."""
import argparse

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--seeds", type=int, required=True)
print(f"comparing {parser.parse_args().seeds} fits")
