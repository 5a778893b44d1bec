"""Fine-tunes a ResNet to tell cats from dogs; without fastai or pictures it only says what it would do."""
import argparse
import json
import pathlib
import sys


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--model", type=pathlib.Path, default=pathlib.Path("outputs/model"))
    parser.add_argument("--pictures", type=pathlib.Path, help="default: fastai downloads the pets")
    return parser.parse_args()


def learn(args):
    from fastai.vision.all import ImageDataLoaders, Resize, URLs, error_rate, get_image_files, resnet18
    from fastai.vision.all import untar_data, vision_learner

    folder = args.pictures or untar_data(URLs.PETS) / "images"
    pictures = ImageDataLoaders.from_name_func(
        folder, get_image_files(folder), lambda name: name[0].isupper(), valid_pct=0.2, seed=42,
        item_tfms=Resize(224))
    learner = vision_learner(pictures, resnet18, metrics=error_rate)
    learner.fine_tune(args.epochs)
    learner.export(args.model / "model.pkl")
    return {"error_rate": float(learner.validate()[1])}


def main():
    args = arguments()
    args.model.mkdir(parents=True, exist_ok=True)
    print(f"python {sys.version.split()[0]} at {sys.executable}", flush=True)
    try:
        result = learn(args)
    except ModuleNotFoundError as error:
        print(f"{error.name} is not in this image: nothing is trained")
        result = {"missing": error.name}
    (args.model / "result.json").write_text(json.dumps(result) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
