"""Optimisers as TensorFlow and Keras write them, which PyTorch does not have; and PyTorch's own Adam
under the same two methods. Each changes its tensors in place from their `.grad`."""

import torch


class UncorrectedAdam:
    """Adam with epsilon beside the uncorrected root, as TensorFlow 1 (1e-8) and Keras (1e-7) have it:
    lr * sqrt(1 - b2^t) / (1 - b1^t) * m / (sqrt(v) + epsilon)."""

    def __init__(self, tensors, learning_rate, epsilon):
        self.tensors = tensors
        self.learning_rate, self.epsilon = learning_rate, epsilon
        self.first = [torch.zeros_like(t) for t in tensors]
        self.second = [torch.zeros_like(t) for t in tensors]
        self.steps = 0

    def step(self):
        self.steps += 1
        b1, b2 = 0.9, 0.999
        rate = self.learning_rate * (1 - b2**self.steps) ** 0.5 / (1 - b1**self.steps)
        with torch.no_grad():
            for tensor, m, v in zip(self.tensors, self.first, self.second):
                m.mul_(b1).add_((1 - b1) * tensor.grad)
                v.mul_(b2).add_((1 - b2) * tensor.grad.square())
                tensor.sub_(rate * m / (v.sqrt() + self.epsilon))


class KerasRmsProp:
    """v from 0; epsilon outside the root; no momentum, not centred."""

    def __init__(self, tensors, learning_rate, decay, epsilon):
        self.tensors = tensors
        self.learning_rate, self.decay, self.epsilon = learning_rate, decay, epsilon
        self.square = [torch.zeros_like(t) for t in tensors]

    def step(self):
        with torch.no_grad():
            for tensor, v in zip(self.tensors, self.square):
                v.mul_(self.decay).add_((1 - self.decay) * tensor.grad.square())
                tensor.sub_(self.learning_rate * tensor.grad / (v.sqrt() + self.epsilon))


def keras_adam(tensors):
    return UncorrectedAdam(tensors, 1e-3, 1e-7)


def tensorflow_adam(tensors):
    """S5: learning rate 1e-4."""
    return UncorrectedAdam(tensors, 1e-4, 1e-8)


def pytorch_adam(tensors):
    return torch.optim.Adam(tensors, lr=1e-3, betas=(0.9, 0.999), eps=1e-8)


def keras_rmsprop(tensors):
    return KerasRmsProp(tensors, 1e-3, 0.9, 1e-7)
