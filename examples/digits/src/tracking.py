"""Metrics: by MLflow where it is installed, else in the layout of its file store, which any MLflow can read."""
import os
import pathlib
import time
import urllib.parse

try:
    from mlflow import log_metric
except ImportError:

    def log_metric(key, value, step=0):
        store = urllib.parse.urlparse(os.environ.get("MLFLOW_TRACKING_URI", "file:mlruns"))
        experiment = os.environ.get("MLFLOW_EXPERIMENT_ID", "0")
        run = os.environ.get("MLFLOW_RUN_ID", "run")
        folder = pathlib.Path(urllib.parse.unquote(store.path)) / experiment / run / "metrics"
        folder.mkdir(parents=True, exist_ok=True)
        with open(folder / key, "a", encoding="utf-8") as file:
            file.write(f"{time.time_ns() // 1_000_000} {value} {step}\n")
