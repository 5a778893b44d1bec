"""Trains a small neural network to read handwritten digits."""
import argparse
import pathlib
import pickle

import numpy
from sklearn.datasets import load_digits
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

import tracking


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--width", type=int, default=64)
    parser.add_argument("--learning-rate", type=float, default=0.002)
    parser.add_argument("--model", type=pathlib.Path, default=pathlib.Path("outputs/model"))
    return parser.parse_args()


def main():
    args = arguments()
    pictures, digits = load_digits(return_X_y=True)
    train_x, test_x, train_y, test_y = train_test_split(
        pictures / 16, digits, test_size=0.25, random_state=7, stratify=digits)
    print(f"{len(train_x):,} pictures to learn from, {len(test_x)} to be tested on", flush=True)

    network = MLPClassifier(args.width, learning_rate_init=args.learning_rate, batch_size=32, random_state=7)
    classes = numpy.unique(digits)
    for epoch in range(1, args.epochs + 1):
        network.partial_fit(train_x, train_y, classes)
        loss = log_loss(test_y, network.predict_proba(test_x))
        accuracy = network.score(test_x, test_y)
        print(f"epoch {epoch:2}  loss {loss:.3f}  accuracy {accuracy:.3f}", flush=True)
        tracking.log_metric("loss", loss, epoch)
        tracking.log_metric("accuracy", accuracy, epoch)

    args.model.mkdir(parents=True, exist_ok=True)
    with open(args.model / "model.pkl", "wb") as file:
        pickle.dump(network, file)


if __name__ == "__main__":
    main()
