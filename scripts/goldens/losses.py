"""Each system's loss as its author writes it. All take the network's output before any sigmoid, the
images, mu and lambda, and return (total, reconstruction, kl) in the units of that loss, so that
total = reconstruction + weight * kl.

`real` is the type in which the reconstruction's formula is evaluated, term by term; sums are always
double. Where single precision is the point (a guard against log 0), it is torch.float32.
"""

import torch
import torch.nn.functional as F

ADDITIVE_EPSILON = 1e-10
KERAS_EPSILON = 1e-7


def kl_per_image(mu, lam):
    """-1/2 sum(1 + lambda - mu^2 - exp lambda), nats."""
    return -0.5 * (1 + lam - mu.square() - lam.exp()).sum(1)


def mean_mse_summed_kl(output, x, mu, lam, real):
    """S1: squared error averaged over pixels and channels, KL summed over latents."""
    reconstruction = F.mse_loss(torch.sigmoid(output.to(real)), x.to(real), reduction="none")
    reconstruction = reconstruction.double().mean()
    kl = kl_per_image(mu, lam).mean()
    return reconstruction + kl, reconstruction, kl


def mean_bce_small_mean_kl(output, x, mu, lam, real):
    """S2: Keras' cross-entropy of clipped p, averaged; 5e-4 times a mean KL without its half."""
    x = x.to(real)
    p = torch.sigmoid(output.to(real)).clamp(KERAS_EPSILON, 1 - KERAS_EPSILON)
    terms = -(x * torch.log(p) + (1 - x) * torch.log(1 - p))
    reconstruction = terms.double().mean()
    kl = (lam.exp() - (1 + lam) + mu.square()).mean()
    return reconstruction + 5e-4 * kl, reconstruction, kl


def stable_bce(output, x, mu, lam, real):
    """S3, S5 C: sigmoid cross-entropy with logits and KL, both summed, averaged over the batch."""
    terms = F.binary_cross_entropy_with_logits(output.to(real), x.to(real), reduction="none")
    reconstruction = terms.double().sum(1).mean()
    kl = kl_per_image(mu, lam).mean()
    return reconstruction + kl, reconstruction, kl


def stable_bce_alone(output, x, mu, lam, real):
    """S3's autoencoder: no KL term."""
    _, reconstruction, _ = stable_bce(output, x, mu, lam, real)
    return reconstruction, reconstruction, torch.zeros_like(reconstruction)


def clamped_bce_summed(output, x, mu, lam, real):
    """S4: PyTorch's BCELoss (each logarithm at least -100, its own gradient) and KL, both summed over
    the whole batch."""
    p = torch.sigmoid(output.to(real))
    reconstruction = F.binary_cross_entropy(p, x.to(real), reduction="none").double().sum()
    kl = kl_per_image(mu, lam).sum()
    return reconstruction + kl, reconstruction, kl


def additive_bce(output, x, mu, lam, real):
    """S5 A and B, which differ in where the sigmoid is written, not in what is computed. (epsilon + 1)
    - p from left to right: in single precision that is 1 - p."""
    x = x.to(real)
    p = torch.sigmoid(output.to(real))
    epsilon = torch.tensor(ADDITIVE_EPSILON, dtype=real)
    terms = -(x * torch.log(epsilon + p) + (1 - x) * torch.log((epsilon + 1) - p))
    reconstruction = terms.double().sum(1).mean()
    kl = kl_per_image(mu, lam).mean()
    return reconstruction + kl, reconstruction, kl


def standard_deviation(lam):
    """sigma where lambda is the logarithm of a variance."""
    return torch.exp(lam / 2)


def exponential(lam):
    """S2's sigma, though its KL reads lambda as the logarithm of a variance."""
    return torch.exp(lam)


def nothing(lam):
    """An autoencoder's."""
    return torch.zeros_like(lam)
