//! Measures the widget beside its peers: drives a browser through many visits in random order, and
//! prints what they say.

mod condition;
mod lasting;
mod origin;
mod page;
mod plot;
mod results;
mod sample;
mod table;
mod targets;
mod variant;
mod visit;

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use browsers::engine::Engine;
use browsers::program::end_when_interrupted;
use browsers::project;
use clap::Parser;
use fastrand::Rng;
use tokio::runtime::Runtime;

use condition::Condition;
use lasting::Lasting;
use origin::{Files, Origin};
use page::Place;
use results::Results;
use variant::{VARIANTS, Variant};
use visit::{Plan, Site};

/// The command, for a person to repeat it.
const SEED: u64 = 7;
/// The emoji of `emoji-picker-element`, which stand in a package of their own.
const EMOJI: &str = "benches/node_modules/emoji-picker-element-data/en/emojibase/data.json";

/// The tables and the picture of `docs/performance.md`.
const PICTURE: &str = "benches/bench.svg";

/// Measures the widget beside its peers.
#[derive(Parser)]
struct Arguments {
    /// The engine to measure in.
    #[arg(long, value_parser = engine)]
    engine: Engine,
    /// How often each page is visited.
    #[arg(long)]
    runs: u32,
    /// The folder of the bundled peers.
    #[arg(long)]
    peers: PathBuf,
}

fn engine(name: &str) -> Result<Engine> {
    let found = Engine::ALL.into_iter().find(|it| it.to_string() == name);
    found.with_context(|| format!("no engine is called {name}"))
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let runtime = Runtime::new()?;
    runtime.spawn(end_when_interrupted());
    runtime.block_on(bench(&arguments))
}

async fn bench(arguments: &Arguments) -> Result<()> {
    let mut files = Files::default();
    files.add_scripts(&project::dist()?)?;
    files.add_scripts(&arguments.peers)?;
    files.add("emoji.json".to_owned(), &std::fs::read(project::root()?.join(EMOJI))?)?;
    let (there, missing): (Vec<_>, Vec<_>) =
        VARIANTS.into_iter().partition(|it| files.has(it.script));
    for variant in missing {
        println!("{} is left out: it has not been built.", variant.script);
    }
    let site = serve(files, &there).await?;
    let results = visits(arguments, &there, &site).await?;
    for condition in Condition::of(arguments.engine) {
        print!("{}", table::tables(&results, *condition));
    }
    // Only there is a slow phone made, of which most targets tell.
    if arguments.engine == Engine::Chromium {
        let lasting = Lasting::measure(&site).await;
        if let Err(error) = &lasting {
            eprintln!("What lasts is left out: {error:#}");
        }
        print!("{}", targets::verdicts(&results, lasting.ok().as_ref()));
        std::fs::write(project::root()?.join(PICTURE), plot::plot(&results, arguments.runs))?;
    }
    Ok(())
}

async fn serve(files: Files, variants: &[Variant]) -> Result<Site> {
    let widgets = Origin::start(files).await?;
    let mut pages = Files::default();
    for place in [Place::Near, Place::Far] {
        for variant in variants.iter().map(Some).chain([None]) {
            let html = page::html(place, variant, widgets.url())?;
            pages.add(page::name(place, variant), html.as_bytes())?;
        }
    }
    Ok(Site { pages: Origin::start(pages).await?, widgets })
}

/// The visits of each round.
fn plans(engine: Engine, variants: &[Variant]) -> Vec<Plan> {
    let mut plans = Vec::new();
    for condition in Condition::of(engine).iter().copied() {
        let plan = |place, variant| Plan { engine, condition, place, variant };
        plans.push(plan(Place::Near, None));
        plans.extend(variants.iter().map(|it| plan(Place::Near, Some(*it))));
        let own = variants.iter().filter(|it| it.has_form());
        plans.extend(own.map(|it| plan(Place::Far, Some(*it))));
    }
    plans
}

async fn visits(arguments: &Arguments, variants: &[Variant], site: &Site) -> Result<Results> {
    let mut results = Results::default();
    let mut plans = plans(arguments.engine, variants);
    println!(
        "{} visits to each of {} pages, in the order of seed {SEED}.",
        arguments.runs,
        plans.len()
    );
    let mut random = Rng::with_seed(SEED);
    let mut failures = 0;
    for round in 1..=arguments.runs {
        eprintln!("Round {round} of {}", arguments.runs);
        random.shuffle(&mut plans);
        for plan in &plans {
            let variant = plan.variant.as_ref();
            match plan.visit(site).await {
                Ok(sample) => results.add(plan.condition, plan.place, variant, sample),
                Err(error) => {
                    failures += 1;
                    let page = page::name(plan.place, variant);
                    eprintln!("A visit is left out: {page}, {}: {error:#}", plan.condition);
                }
            }
        }
    }
    ensure!(failures < plans.len(), "{failures} visits failed");
    Ok(results)
}
