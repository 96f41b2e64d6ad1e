"""What the generator proves of itself before it writes: the layers against their definitions and the
gradients against finite differences."""

from dataclasses import replace

import torch

from draw import Draw
from network import Network, conv, conv_transpose
from record import STATISTICS, losses_of
from systems import System


def check_layers():
    """Convolution as its definition reads, tap by tap; its transpose as the adjoint."""
    generator = torch.Generator().manual_seed(1)
    for side, k, stride in ((8, 3, 2), (7, 3, 2), (8, 3, 1), (4, 3, 2), (2, 3, 2)):
        x, kernel, bias = (torch.randn(shape, generator=generator, dtype=torch.float64)
                           for shape in ([1, 2, side, side], [k, k, 2, 3], [3]))
        actual = conv(x, kernel, bias, stride)
        small = -(-side // stride)
        before = max((small - 1) * stride + k - side, 0) // 2
        expected = bias.reshape(1, 3, 1, 1).repeat(1, 1, small, small)
        for i, j in ((i, j) for i in range(small) for j in range(small)):
            for p, q in ((p, q) for p in range(k) for q in range(k)):
                row, column = i * stride + p - before, j * stride + q - before
                if 0 <= row < side and 0 <= column < side:
                    expected[0, :, i, j] += x[0, :, row, column] @ kernel[p, q]
        assert torch.allclose(actual, expected, atol=1e-12), (side, k, stride)
        if side % stride != 0:
            continue
        # <conv(x), y> = <x, transpose(y)>; the transpose writes what the convolution reads.
        y = torch.randn(actual.shape, generator=generator, dtype=torch.float64)
        none = torch.zeros(3, dtype=torch.float64), torch.zeros(2, dtype=torch.float64)
        left = (conv(x, kernel, none[0], stride) * y).sum()
        right = (x * conv_transpose(y, kernel, none[1], stride)).sum()
        assert torch.allclose(left, right, atol=1e-10), (side, k, stride)


def check_gradients(system: System, seed: int, entries=6):
    """Central differences of the loss in double precision throughout, at a few entries a tensor.
    Without the saturated logits, where PyTorch's BCELoss departs from the derivative on purpose."""
    h = 1e-6
    system = replace(system, output_bias=(), forbidden_logits=())
    draw = Draw(system, seed)
    weights = draw.weights()
    images, labels, epsilon = draw.images(), draw.labels(), draw.epsilon()

    def loss():
        network = Network(system.model, system.image, system.classes, weights)
        return losses_of(system, network, images, labels, epsilon, torch.float64)[0]

    learnt = {n: t.requires_grad_() for n, t in weights.items() if not n.endswith(STATISTICS)}
    gradients = torch.autograd.grad(loss(), list(learnt.values()), allow_unused=True)
    for (name, tensor), gradient in zip(learnt.items(), gradients):
        if gradient is None:
            continue
        scale = max(gradient.abs().max().item(), 1e-3)
        flat = tensor.detach().view(-1)
        for index in range(0, flat.numel(), max(1, flat.numel() // entries)):
            held = flat[index].item()
            flat[index] = held + h
            above = loss().item()
            flat[index] = held - h
            below = loss().item()
            flat[index] = held
            slope = (above - below) / (2 * h)
            error = abs(slope - gradient.reshape(-1)[index].item()) / scale
            assert error < 1e-4, (system.preset, name, index, slope, error)
