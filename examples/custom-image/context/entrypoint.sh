#!/bin/sh
# Shows the labels that this image knows, then does what it was asked to do.
echo "labels: $(tr "\n" " " < "$PETS_LABELS")"
exec "$@"
