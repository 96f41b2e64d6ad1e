"""Trains a system for three steps in double precision and puts down all that an engine must find."""

import torch

from draw import Draw
from network import Network
from systems import OBJECTIVE, OPTIMIZER, System

STEPS = 3
KINK_MARGIN = 1e-4
STATISTICS = ("/runningMean", "/runningVariance")


class Unusable(Exception):
    """The draw sits where one rounding decides; another seed will not."""


def record(system: System, seed: int):
    """The golden as plain data, tensors still tensors. Raises Unusable."""
    draw = Draw(system, seed)
    weights = draw.weights()
    images, labels = draw.images(), draw.labels()
    epsilons = [draw.epsilon() for _ in range(STEPS)]
    before = {name: tensor.clone() for name, tensor in weights.items()}
    learnt = {n: t.requires_grad_() for n, t in weights.items() if not n.endswith(STATISTICS)}
    optimizer = system.make_optimizer(list(learnt.values()))
    network = Network(system.model, system.image, system.classes, weights)

    first = None
    for epsilon in epsilons:
        terms = losses_of(system, network, images, labels, epsilon, system.real)
        for tensor in learnt.values():
            tensor.grad = torch.zeros_like(tensor)
        terms[0].backward()
        if first is None:
            first = terms, {name: tensor.grad.clone() for name, tensor in learnt.items()}
        optimizer.step()
    if network.nearest_kink <= KINK_MARGIN:
        raise Unusable(f"a pre-activation is {network.nearest_kink:.1e} from 0")

    after = {name: tensor.detach() for name, tensor in weights.items()}
    trained = Network(system.model, system.image, system.classes, after, training=False)
    (total, reconstruction, kl), gradients = first
    return {
        "preset": system.preset,
        "image": list(system.image),
        "classes": system.classes,
        "model": system.model,
        "objective": {**OBJECTIVE, **system.objective},
        "optimizer": {**OPTIMIZER, **system.optimizer},
        "count": system.count,
        "images": images,
        "labels": labels,
        "epsilon": epsilons,
        "loss": {"total": total.item(), "reconstruction": reconstruction.item(), "kl": kl.item()},
        "zeroGradients": zero_gradients(system),
        "weights": before,
        "gradients": gradients,
        "weightsAfter": after,
        "outputAfter": torch.sigmoid(output_of(system, trained, images, labels, epsilons[0])[0]),
    }


def losses_of(system, network, images, labels, epsilon, real):
    """(total, reconstruction, kl) of one pass."""
    output, mu, lam = output_of(system, network, images, labels, epsilon)
    for low, high in system.forbidden_logits:
        if ((output > low) & (output < high)).any():
            raise Unusable(f"a logit lies between {low} and {high}")
    return system.loss(output, images, mu, lam, real)


def output_of(system, network, images, labels, epsilon):
    """(what the last layer gives, mu, lambda)."""
    mu, lam = network.encode(images, labels)
    return network.decode(mu + system.sigma(lam) * epsilon, labels), mu, lam


def zero_gradients(system: System):
    """Whose exact gradient is 0: biases that batch normalisation takes out again, and what an
    autoencoder does not use."""
    normalised = [f"encoder/{index}/bias" for index, block in enumerate(system.model["encoder"])
                  if "batchNorm" in block]
    sampling = system.objective.get("sampling", True)
    return normalised if sampling else [*normalised, "logVariance/kernel", "logVariance/bias"]
