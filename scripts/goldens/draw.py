"""Weights, images, noise and labels of a golden, from a seed. Drawn with Python's own generator, which
gives the same numbers in every version, and rounded to single precision at once."""

import math
import random

import torch

from systems import System


class Draw:
    def __init__(self, system: System, seed: int):
        self.random = random.Random(f"{system.preset} {seed}")
        self.system = system

    def weights(self):
        """name -> float64 tensor, in the order in which the playground lists them, then the running
        statistics. Kernels as the preset starts them; biases too under PyTorch, else small and not
        0, so that nothing about them is hidden."""
        system, named, running = self.system, {}, {}
        glorot = system.model["weightInit"] == "glorot"
        for name, shape, fan_in, fan_out, units, norm in layers(system):
            limit = math.sqrt(6 / (fan_in + fan_out)) if glorot else 1 / math.sqrt(fan_in)
            named[f"{name}/kernel"] = self._uniform(shape, limit)
            named[f"{name}/bias"] = self._uniform([units], 0.1 if glorot else limit)
            if norm:
                named[f"{name}/scale"] = 1 + self._uniform([units], 0.2)
                named[f"{name}/shift"] = self._uniform([units], 0.2)
                running[f"{name}/runningMean"] = self._uniform([units], 0.1)
                running[f"{name}/runningVariance"] = 1 + self._uniform([units], 0.2)
        bias = named["output/bias"]
        bias[: len(system.output_bias)] = torch.tensor(system.output_bias, dtype=bias.dtype)
        return {name: single(tensor) for name, tensor in {**named, **running}.items()}

    def images(self):
        """Grey or colour in [0, 1]; a third of the values black, some white, as digits have them."""
        height, width, channels = self.system.image
        values = [self.random.uniform(-0.5, 1.1) for _ in range(height * width * channels
                                                                * self.system.count)]
        return single(torch.tensor(values, dtype=torch.float64).clamp(0, 1)
                      .reshape(self.system.count, -1))

    def epsilon(self):
        """N(0, 1), [count, latent]."""
        shape = [self.system.count, self.system.model["latent"]]
        values = [self.random.gauss(0, 1) for _ in range(math.prod(shape))]
        return single(torch.tensor(values, dtype=torch.float64).reshape(shape))

    def labels(self):
        classes = self.system.classes
        return None if classes == 0 else self.random.sample(range(classes), self.system.count)

    def _uniform(self, shape, limit):
        values = [self.random.uniform(-limit, limit) for _ in range(math.prod(shape))]
        return torch.tensor(values, dtype=torch.float64).reshape(shape)


def single(tensor):
    """Rounded to single precision, still held in double."""
    return tensor.float().double()


def layers(system: System):
    """(name, kernel shape, fan in, fan out, units, has batch normalisation) of every layer in order."""
    model, joined = system.model, system.classes
    side, _, channels = system.image
    flat = side * side * channels
    if model["encoder"] and model["encoder"][0]["kind"] == "conv":
        shape = (side, channels)
    else:
        shape = flat + joined
    for index, block in enumerate(model["encoder"]):
        row, shape = layer(f"encoder/{index}", block, shape)
        yield row
    for head in ("mean", "logVariance"):
        yield layer(head, {"kind": "dense", "units": model["latent"]}, shape)[0]
    shape = model["latent"] + joined
    for index, block in enumerate(model["decoder"]):
        row, shape = layer(f"decoder/{index}", block, shape)
        yield row
    last = {"kind": "dense", "units": flat}
    if isinstance(shape, tuple):
        stride = side // shape[0]
        kind = "conv" if stride == 1 else "convTranspose"
        last = {"kind": kind, "filters": channels, "kernel": 3, "stride": stride}
    yield layer("output", last, shape)[0]


def layer(name, block, shape):
    """Its row of `layers` and what it gives: units of a vector, or (side, channels) of a square map."""
    norm = "batchNorm" in block
    if block["kind"] in ("dense", "denseToMap"):
        fan_in = shape[0] ** 2 * shape[1] if isinstance(shape, tuple) else shape
        if block["kind"] == "dense":
            units = given = block["units"]
        else:
            units = block["height"] * block["width"] * block["channels"]
            given = (block["height"], block["channels"])
        return (name, [fan_in, units], fan_in, units, units, norm), given
    side, channels = shape
    k, count, stride = block["kernel"], block["filters"], block["stride"]
    fans = k * k * channels, k * k * count
    if block["kind"] == "conv":
        return (name, [k, k, channels, count], *fans, count, norm), (-(-side // stride), count)
    return (name, [k, k, count, channels], *fans, count, norm), (side * stride, count)
