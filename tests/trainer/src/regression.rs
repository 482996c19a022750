//! Logistic regression with an L2 penalty, over features that a sentence has or has not.

/// What a fit gave: a weight for each feature, and the bias.
pub(super) struct Model {
    pub(super) weights: Vec<f64>,
    pub(super) bias: f64,
}

/// A sentence to learn from.
pub(super) struct Sample {
    /// The numbers of its features.
    pub(super) features: Vec<u32>,
    /// By how much each of them counts.
    pub(super) scale: f64,
    pub(super) is_bad: bool,
    /// How much the sentence counts.
    pub(super) count: f64,
}

impl Sample {
    fn sign(&self) -> f64 {
        if self.is_bad { 1.0 } else { -1.0 }
    }
}

impl Model {
    /// What a sentence weighs: above zero it is rather bad than good.
    pub(super) fn weigh(&self, sample: &Sample) -> f64 {
        let weights = sample.features.iter().map(|it| self.weights[*it as usize]);
        self.bias + sample.scale * weights.sum::<f64>()
    }

    fn step(&mut self, sample: &Sample, size: f64) {
        for feature in &sample.features {
            self.weights[*feature as usize] += size * sample.scale;
        }
        self.bias += size;
    }
}

/// So often all sentences are gone through.
const EPOCHS: usize = 30;
/// How close a step comes to the best one.
const PRECISION: f64 = 1e-3;

/// Fits a model by dual coordinate descent: Yu, Huang and Lin, "Dual coordinate descent methods for
/// logistic regression and maximum entropy models" (2011), algorithm 5, as in LIBLINEAR. `penalty` is
/// how much the sentences count against the size of the weights.
pub(super) fn fit(samples: &[Sample], features: usize, penalty: f64) -> Model {
    let mut model = Model { weights: vec![0.0; features], bias: 0.0 };
    let mut duals = Vec::new();
    for sample in samples {
        let limit = penalty * sample.count;
        let dual = (0.001 * limit).min(1e-8);
        model.step(sample, sample.sign() * dual);
        duals.push([dual, limit - dual]);
    }
    let mut order: Vec<_> = (0..samples.len()).collect();
    let mut random = 1_u64;
    for _ in 0..EPOCHS {
        for index in (1..order.len()).rev() {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            order.swap(index, (random >> 33) as usize % (index + 1));
        }
        for index in &order {
            descend(&mut model, &samples[*index], &mut duals[*index], penalty);
        }
    }
    model
}

/// Finds the best dual variable of one sentence by Newton's method, all others left as they are.
fn descend(model: &mut Model, sample: &Sample, duals: &mut [f64; 2], penalty: f64) {
    let limit = penalty * sample.count;
    let square = sample.scale.powi(2) * sample.features.len() as f64 + 1.0;
    let margin = sample.sign() * model.weigh(sample);
    // The smaller of the two is moved, which is the more exact.
    let is_second = 0.5 * square * (duals[1] - duals[0]) + margin < 0.0;
    let (moved, sign) = if is_second { (1, -1.0) } else { (0, 1.0) };
    let before = duals[moved];
    let mut dual = if limit - before < 0.5 * limit { 0.1 * before } else { before };
    let slope = |dual: f64| square * (dual - before) + sign * margin + (dual / (limit - dual)).ln();
    for _ in 0..100 {
        let slope = slope(dual);
        if slope.abs() < PRECISION {
            break;
        }
        let next = dual - slope / (square + limit / (limit - dual) / dual);
        dual = if next <= 0.0 { 0.1 * dual } else { next };
    }
    duals[moved] = dual;
    duals[1 - moved] = limit - dual;
    model.step(sample, sign * (dual - before) * sample.sign());
}
