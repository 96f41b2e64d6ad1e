"""The systems S1 to S5, narrowed and on small crops: layers, loss and optimiser as their presets have
them. `model`, `objective` and `optimizer` are sections of the playground's ExperimentConfig; `loss`,
`sigma` and `make_optimizer` are what computes the golden values, independently of them.
"""

from dataclasses import dataclass, field
from typing import Callable

import torch

import losses
import optimizers

OBJECTIVE = {
    "likelihood": "bernoulli",
    "noise": "mse",
    "noiseSigma": 0.1,
    "sigmoid": "stable",
    "guard": "none",
    "guardEpsilon": 1e-7,
    "display": "sigmoid",
    "reconstructionReduction": "sum",
    "klReduction": "sum",
    "klHalf": True,
    "beta": 1,
    "annealing": "constant",
    "annealingSteps": 1000,
    "freeBits": 0,
    "sigma": "exp(λ/2)",
    "sampling": True,
}

OPTIMIZER = {
    "kind": "adam",
    "learningRate": 1e-3,
    "schedule": "constant",
    "scheduleSteps": 1000,
    "scheduleFactor": 0.1,
    "epsilon": 1e-8,
    "epsilonPlacement": "corrected",
    "decay": 0.999,
    "momentum": 0.9,
    "clip": 0,
}

KERAS_EPSILON = {"epsilon": 1e-7, "epsilonPlacement": "uncorrected"}
TENSORFLOW_ADAM = {"learningRate": 1e-4, "epsilonPlacement": "uncorrected"}


@dataclass(frozen=True)
class System:
    preset: str
    image: tuple
    model: dict
    objective: dict
    optimizer: dict
    loss: Callable
    make_optimizer: Callable
    sigma: Callable = losses.standard_deviation
    # Of the reconstruction's formula; single precision where its guard is felt.
    real: torch.dtype = torch.float64
    count: int = 4
    classes: int = 0
    # Biases of the first output units, to reach where the guards act.
    output_bias: tuple = ()
    # Logits must keep out of these intervals, in which one rounding decides what a guard does.
    forbidden_logits: tuple = field(default=())


def model(encoder, decoder, latent, init, condition="none"):
    return {"encoder": encoder, "decoder": decoder, "latent": latent,
            "condition": condition, "weightInit": init}


def dense(units, activation="relu"):
    return {"kind": "dense", "units": units, "activation": activation}


def to_map(side, channels, activation):
    return {"kind": "denseToMap", "height": side, "width": side, "channels": channels,
            "activation": activation}


def filters(kind, count, stride, activation, **extras):
    return {"kind": kind, "filters": count, "kernel": 3, "stride": stride,
            "activation": activation, **extras}


def face_model():
    norm = {"batchNorm": {"momentum": 0.99, "epsilon": 1e-3}}
    encoder = [filters("conv", n, 2, "leakyRelu", **norm) for n in (6, 8, 8, 8)]
    decoder = [to_map(1, 8, "linear"),
               *(filters("convTranspose", n, 2, "leakyRelu") for n in (8, 8, 6))]
    return model(encoder, decoder, 8, "glorot")


def grid_model():
    encoder = [filters("conv", 4, 1, "relu"), filters("conv", 6, 2, "relu"),
               filters("conv", 6, 1, "relu"), filters("conv", 6, 1, "relu"), dense(8)]
    decoder = [to_map(4, 6, "relu"), filters("convTranspose", 4, 2, "relu")]
    return model(encoder, decoder, 2, "glorot")


GREY = (8, 8, 1)
S3 = dict(image=GREY, make_optimizer=optimizers.keras_adam, optimizer=KERAS_EPSILON,
          model=model([dense(24)], [dense(24)], 20, "glorot"))
S4 = dict(image=GREY, make_optimizer=optimizers.pytorch_adam, optimizer={},
          loss=losses.clamped_bce_summed, real=torch.float32,
          objective={"sigmoid": "output", "guard": "clampLog",
                     "reconstructionReduction": "batchSum", "klReduction": "batchSum"},
          # p = 1; between 1e-12 and 0; far below 1e-12; 0, so that the logarithm is clamped.
          output_bias=(25, 25, -28, -28, -50, -110, -110),
          forbidden_logits=((12, 20), (-105, -85)))
S5 = dict(image=GREY, make_optimizer=optimizers.tensorflow_adam, optimizer=TENSORFLOW_ADAM,
          model=model([dense(32)], [dense(32)], 5, "glorot"),
          output_bias=(-20, -23, -23, -26, -40), forbidden_logits=((8, 100),))
S5_WRITTEN = dict(loss=losses.additive_bce, real=torch.float32)
ADDITIVE = {"guard": "additive", "guardEpsilon": losses.ADDITIVE_EPSILON}

SYSTEMS = [
    System("celeba-conv", image=(16, 16, 3), model=face_model(),
           objective={"likelihood": "gaussian", "sigmoid": "output",
                      "reconstructionReduction": "mean"},
           optimizer=KERAS_EPSILON, loss=losses.mean_mse_summed_kl,
           make_optimizer=optimizers.keras_adam),
    System("mnist-conv-2d", image=GREY, model=grid_model(), count=3,
           objective={"sigmoid": "output", "guard": "clip", "reconstructionReduction": "mean",
                      "klReduction": "mean", "klHalf": False, "beta": 5e-4, "sigma": "exp(λ)"},
           optimizer={"kind": "rmsprop", **KERAS_EPSILON, "decay": 0.9, "momentum": 0},
           loss=losses.mean_bce_small_mean_kl, sigma=losses.exponential, real=torch.float32,
           make_optimizer=optimizers.keras_rmsprop, forbidden_logits=((8, 100), (-100, -8))),
    System("fashion-dense-20", objective={}, loss=losses.stable_bce, **S3),
    System("fashion-ae-20", objective={"sampling": False}, loss=losses.stable_bce_alone,
           sigma=losses.nothing, **S3),
    System("mnist-dense-20", model=model([dense(32)], [dense(32)], 20, "pytorch"), **S4),
    System("mnist-cvae-20", model=model([dense(32)], [dense(32)], 20, "pytorch", "label"),
           classes=10, **S4),
    System("mnist-sigmoid-a", objective={"sigmoid": "output", **ADDITIVE}, **S5_WRITTEN, **S5),
    System("mnist-sigmoid-b", objective={"sigmoid": "loss", "display": "autoscaled", **ADDITIVE},
           **S5_WRITTEN, **S5),
    System("mnist-sigmoid-c", objective={}, loss=losses.stable_bce, **S5),
]
