"""The layers of a VAE in PyTorch's own operations, over weights in the playground's layout.

Weights are named and laid out as the playground has them (dense [in, out], convolution
[k, k, in, out], its transpose [k, k, out, in]) and permuted on use, so that their gradients come out
in that layout too. Maps are NCHW between the layers and flattened row by row, channels last.
TensorFlow's "same" padding is written out. Not an engine: no batching, no speed.
"""

import torch
import torch.nn.functional as F

RECTIFIED = ("relu", "leakyRelu")
ACTIVATIONS = {
    "relu": F.relu,
    "leakyRelu": lambda x: F.leaky_relu(x, 0.3),  # Keras' slope; PyTorch's own is 0.01
    "linear": lambda x: x,
}


class Network:
    """One pass after the other over `weights` (name -> tensor), running statistics among them."""

    def __init__(self, model, image, classes, weights, training=True):
        self.model = model
        self.image = image
        self.classes = classes
        self.weights = weights
        # Batch normalisation by the batch, which moves the running statistics, or by these.
        self.training = training
        # |pre-activation| nearest to a kink of ReLU or LeakyReLU in all passes so far.
        self.nearest_kink = float("inf")

    def encode(self, images, labels):
        """images [n, D] -> (mu, lambda), [n, latent] each."""
        height, width, channels = self.image
        x = images
        blocks = self.model["encoder"]
        if blocks and blocks[0]["kind"] == "conv":
            x = to_map(images, height, width, channels)
        x = self._joined(x, labels)
        for index, block in enumerate(blocks):
            x = self._block(f"encoder/{index}", block, x)
        return self._dense("mean", x), self._dense("logVariance", x)

    def decode(self, z, labels):
        """z [n, latent] -> what the last layer gives, before any sigmoid, [n, D]."""
        x = self._joined(z, labels)
        for index, block in enumerate(self.model["decoder"]):
            x = self._block(f"decoder/{index}", block, x)
        if x.dim() == 2:
            return self._dense("output", x)
        stride = self.image[0] // x.shape[2]
        return flatten(conv(x, *self._pair("output"), 1) if stride == 1
                       else conv_transpose(x, *self._pair("output"), stride))

    def _joined(self, x, labels):
        if self.model["condition"] == "none":
            return x
        one_hot = F.one_hot(torch.tensor(labels), self.classes).to(x.dtype)
        return torch.cat([x, one_hot], dim=1)

    def _block(self, name, block, x):
        kind = block["kind"]
        if kind == "conv":
            x = conv(x, *self._pair(name), block["stride"])
        elif kind == "convTranspose":
            x = conv_transpose(x, *self._pair(name), block["stride"])
        elif kind == "denseToMap":
            x = to_map(self._dense(name, x), block["height"], block["width"], block["channels"])
        else:
            x = self._dense(name, x)
        if "batchNorm" in block:
            x = self._batch_norm(name, block["batchNorm"], x)
        if block["activation"] in RECTIFIED:
            self.nearest_kink = min(self.nearest_kink, x.detach().abs().min().item())
        return ACTIVATIONS[block["activation"]](x)

    def _dense(self, name, x):
        kernel, bias = self._pair(name)
        return flatten(x) @ kernel + bias

    def _batch_norm(self, name, settings, x):
        """The running variance takes the batch's biased one: PyTorch's own update would take the
        unbiased one, and calls 1 - momentum its momentum."""
        scale, shift, *running = (self.weights[f"{name}/{role}"] for role in (
            "scale", "shift", "runningMean", "runningVariance"))
        if not self.training:
            return F.batch_norm(x, *running, scale, shift, eps=settings["epsilon"])
        axes = [0, 2, 3] if x.dim() == 4 else [0]
        seen = x.detach()
        for kept, value in zip(running, (seen.mean(axes), seen.var(axes, unbiased=False))):
            kept.mul_(settings["momentum"]).add_((1 - settings["momentum"]) * value)
        return F.batch_norm(x, None, None, scale, shift, training=True, eps=settings["epsilon"])

    def _pair(self, name):
        return self.weights[f"{name}/kernel"], self.weights[f"{name}/bias"]


def to_map(x, height, width, channels):
    return x.reshape(-1, height, width, channels).permute(0, 3, 1, 2)


def flatten(x):
    return x if x.dim() == 2 else x.permute(0, 2, 3, 1).flatten(1)


def same_padding(large, kernel, stride):
    """TensorFlow's "same" where `large` pixels meet ceil(large / stride): the odd one goes after."""
    small = -(-large // stride)
    total = max((small - 1) * stride + kernel - large, 0)
    return total // 2, total - total // 2


def conv(x, kernel, bias, stride):
    rows, columns = (same_padding(side, kernel.shape[0], stride) for side in x.shape[2:])
    padded = F.pad(x, (*columns, *rows))
    return F.conv2d(padded, kernel.permute(3, 2, 0, 1), bias, stride)


def conv_transpose(x, kernel, bias, stride):
    """The adjoint of `conv`: what that one pads, this one crops."""
    height, width = (side * stride for side in x.shape[2:])
    rows, columns = (same_padding(side, kernel.shape[0], stride) for side in (height, width))
    full = F.conv_transpose2d(x, kernel.permute(3, 2, 0, 1), bias, stride)
    return full[:, :, rows[0] : rows[0] + height, columns[0] : columns[0] + width]
