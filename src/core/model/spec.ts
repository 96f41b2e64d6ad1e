/**
 * What a variational autoencoder is made of, as a person writes it down: no weights, no shapes
 * inferred yet (see shapes.ts).
 */

/** Height, width, channels of an image; D = their product. */
export type ImageShape = readonly [height: number, width: number, channels: number];

/** LeakyReLU has slope 0.3 (Keras); SiLU is x·sigmoid(x) (Elfwing et al., 2017). */
export const activations = ["relu", "leakyRelu", "elu", "tanh", "silu", "linear"] as const;
export type Activation = (typeof activations)[number];

/** A fully connected layer; a map before it is flattened row by row, channels last. */
export interface DenseBlock {
  readonly kind: "dense";
  readonly units: number;
  readonly activation: Activation;
}

/** A fully connected layer whose output is read as a map, so that convolutions can follow. */
export interface DenseToMapBlock {
  readonly kind: "denseToMap";
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly activation: Activation;
}

/** Convolution with TensorFlow's "same" padding: stride 2 on an even side pads 0 before, 1 after. */
export interface ConvBlock {
  readonly kind: "conv";
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly activation: Activation;
}

/** The transpose of `ConvBlock`: the side grows `stride` times. */
export interface ConvTransposeBlock {
  readonly kind: "convTranspose";
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly activation: Activation;
}

export type Block = DenseBlock | DenseToMapBlock | ConvBlock | ConvTransposeBlock;

/**
 * Glorot: uniform ±√(6/(fan_in+fan_out)), zero bias. He: normal with s.d. √(2/fan_in), zero bias.
 * PyTorch: weights and biases uniform ±1/√fan_in.
 */
export const weightInits = ["glorot", "he", "pytorch"] as const;
export type WeightInit = (typeof weightInits)[number];

export interface VaeSpec {
  readonly encoder: readonly Block[];
  /**
   * Hidden blocks alone. The output layer follows from the data: dense to D logits after a vector;
   * 3×3 convolution after a map of the image's size; 3×3 transposed convolution after a smaller
   * map that divides it.
   */
  readonly decoder: readonly Block[];
  /** Size of z, 1 … 256. */
  readonly latent: number;
  readonly weightInit: WeightInit;
}
