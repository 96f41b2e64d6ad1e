/**
 * What a variational autoencoder is made of, as a person writes it down: no weights, no shapes
 * inferred yet (see shapes.ts).
 */

/** Height, width, channels of an image; D = their product. */
export type ImageShape = readonly [height: number, width: number, channels: number];

/** LeakyReLU has slope 0.3 (Keras); SiLU is x·sigmoid(x) (Elfwing et al., 2017). */
export const activations = ["relu", "leakyRelu", "elu", "tanh", "silu", "linear"] as const;
export type Activation = (typeof activations)[number];

/**
 * Batch normalisation between the weighted sum and the activation (Ioffe & Szegedy, 2015): per unit,
 * or per channel of a map. Training uses the batch's mean and (biased) variance; scoring, encoding
 * and decoding use running ones, r ← momentum·r + (1 − momentum)·batch, as Keras keeps them.
 */
export interface BatchNorm {
  readonly momentum: number;
  /** Added to the variance under the root. */
  readonly epsilon: number;
}

/** What any block may have besides. Absent: without. */
interface BlockExtras {
  readonly batchNorm?: BatchNorm;
  /**
   * Share of the outputs set to 0 in training, the others scaled by 1/(1 − rate) (Srivastava et
   * al., 2014); after the activation. In (0, 1).
   */
  readonly dropout?: number;
}

/** "same" unless it is "valid": windows wholly inside the map. */
export type Padding = "same" | "valid";

/** A fully connected layer; a map before it is flattened row by row, channels last. */
export interface DenseBlock extends BlockExtras {
  readonly kind: "dense";
  readonly units: number;
  readonly activation: Activation;
}

/** A fully connected layer whose output is read as a map, so that convolutions can follow. */
export interface DenseToMapBlock extends BlockExtras {
  readonly kind: "denseToMap";
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly activation: Activation;
}

/** Convolution; TensorFlow's "same" padding: stride 2 on an even side pads 0 before, 1 after. */
export interface ConvBlock extends BlockExtras {
  readonly kind: "conv";
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly activation: Activation;
  /** Absent: "same". */
  readonly padding?: Padding;
}

/** The transpose of `ConvBlock`: "same" grows a side `stride` times, "valid" to (side − 1)·stride + kernel. */
export interface ConvTransposeBlock extends BlockExtras {
  readonly kind: "convTranspose";
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly activation: Activation;
  /** Absent: "same". */
  readonly padding?: Padding;
}

export type Block = DenseBlock | DenseToMapBlock | ConvBlock | ConvTransposeBlock;

/**
 * Glorot: uniform ±√(6/(fan_in+fan_out)), zero bias. He: normal with s.d. √(2/fan_in), zero bias.
 * PyTorch: weights and biases uniform ±1/√fan_in.
 */
export const weightInits = ["glorot", "he", "pytorch"] as const;
export type WeightInit = (typeof weightInits)[number];

export const conditions = ["none", "label"] as const;
export type Condition = (typeof conditions)[number];

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
  /**
   * "label": a conditional VAE (Sohn et al., 2015). The one-hot label joins what the encoder's first
   * layer reads (as constant channels of a map, as extra entries of a vector) and z.
   */
  readonly condition: Condition;
  readonly weightInit: WeightInit;
}
