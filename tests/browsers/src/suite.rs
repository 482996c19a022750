//! Runs every test in every engine: one after another in each browser, all engines at a time.

use std::any::{Any, type_name};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

use crate::browser::Browser;
use crate::engine::Engine;
use crate::matrix::Matrix;
use crate::program::end_when_interrupted;
use crate::project;
use crate::retries::Retries;
use crate::visit::Visit;

/// How long a test may take.
const PATIENCE: Duration = Duration::from_mins(4);

/// A test that an engine cannot be driven to, or that would tell nothing there.
#[derive(Debug, Clone, Copy)]
pub struct Exception {
    /// The engine.
    pub engine: Engine,
    /// The test, or the title of a section with all its tests.
    pub test: &'static str,
    /// Why.
    pub why: &'static str,
}

/// All tests.
#[derive(Debug)]
pub struct Suite {
    exceptions: &'static [Exception],
    benches: Vec<Arc<Bench>>,
    skipped: Vec<(Engine, String)>,
    /// The tests that are left out, by what they are about.
    left_out: Vec<(&'static str, &'static str)>,
    matrix: Matrix,
    retries: Arc<Retries>,
    trials: Vec<Trial>,
}

impl Suite {
    /// A suite without tests; they will not be run where an exception says so.
    ///
    /// # Errors
    ///
    /// When the machine has no threads left.
    pub fn new(exceptions: &'static [Exception]) -> Result<Self> {
        let runtime = Arc::new(Runtime::new()?);
        runtime.spawn(end_when_interrupted());
        let bench =
            |engine| Bench { engine, runtime: Arc::clone(&runtime), browser: Mutex::default() };
        let (mut benches, mut skipped) = (Vec::new(), Vec::new());
        for engine in Engine::ALL {
            match engine.installed().skipped(&project::path()) {
                Some(why) => skipped.push((engine, why)),
                None => benches.push(Arc::new(bench(engine))),
            }
        }
        Ok(Self {
            exceptions,
            benches,
            skipped,
            left_out: Vec::new(),
            matrix: Matrix::default(),
            retries: Arc::default(),
            trials: Vec::new(),
        })
    }

    /// Begins a section of tests, by what they are about.
    pub fn begin(&mut self, title: &'static str) {
        self.matrix.begin(title);
    }

    /// Adds a test beside a library, unless it is not among the pages of frameworks: no registry of
    /// npm has some, and the packages of some systems lack them.
    pub fn add_beside<T>(&mut self, library: &'static str, test: T)
    where
        T: AsyncFn(&Visit) -> Result<()> + Copy + Send + 'static,
    {
        let file = format!("libraries/{library}.js");
        if project::frameworks().is_ok_and(|it| it.join(file).exists()) {
            self.add(test);
        } else {
            self.left_out.push((name_of::<T>(), library));
        }
    }

    /// Adds a test, in each engine under the name of its function.
    pub fn add<T>(&mut self, test: T)
    where
        T: AsyncFn(&Visit) -> Result<()> + Copy + Send + 'static,
    {
        let name = name_of::<T>();
        self.matrix.add(name);
        let names = [Some(name), self.matrix.section()];
        let of_test = |it: &&Exception| names.contains(&Some(it.test));
        let exceptions: Vec<_> = self.exceptions.iter().filter(of_test).collect();
        for exception in &exceptions {
            self.matrix.leave_out(name, exception.engine, exception.why);
        }
        for bench in &self.benches {
            if exceptions.iter().any(|it| it.engine == bench.engine) {
                continue;
            }
            let full_name = format!("{}::{name}", bench.engine);
            let (bench, told) = (Arc::clone(bench), self.matrix.outcome(name, bench.engine));
            let retries = Arc::clone(&self.retries);
            self.trials.push(Trial::test(full_name.clone(), move || {
                let (outcome, duration) = bench.run(&full_name, test, &retries);
                told.set(outcome.is_ok(), duration);
                outcome.map_err(Failed::from)
            }));
        }
    }

    /// Runs what the command line asks for, prints what came of it, and after a run of everything
    /// compares that with `docs/compatibility.md`; `UPDATE=1` writes it there.
    ///
    /// # Errors
    ///
    /// When an exception is for a test that does not exist, the table there differs, or an
    /// engine is missing in a run that needs all.
    pub fn run(self) -> Result<ExitCode> {
        for it in self.exceptions {
            ensure!(self.matrix.has(it.test), "an exception for no test: {}", it.test);
        }
        let mut arguments = Arguments::from_args();
        let libraries = self.left_out.iter().map(|(_, library)| *library);
        let why: Vec<_> =
            self.skipped.iter().map(|(_, why)| why.as_str()).chain(libraries).collect();
        ensure!(why.is_empty() || !engines::needs_all(), "this run needs all: {why:#?}");
        // Each engine runs one test at a time. Every test waits for its engine in a thread of its
        // own, so that no engine is idle because the next test is one of a busy engine.
        arguments.test_threads.get_or_insert(self.trials.len());
        let conclusion = libtest_mimic::run(&arguments, self.trials);
        for bench in &self.benches {
            bench.close(&mut bench.browser.blocking_lock());
        }
        if arguments.list {
            return Ok(ExitCode::SUCCESS);
        }
        println!("{}", self.matrix);
        println!("{}", self.matrix.slowest());
        for (engine, why) in &self.skipped {
            println!("{engine} is left out ({why})");
        }
        for (test, library) in &self.left_out {
            println!("{test} is left out ({library} is not installed)");
        }
        print!("{}", self.retries);
        if conclusion.num_filtered_out == 0 && !conclusion.has_failed() {
            let skipped: Vec<_> = self.skipped.iter().map(|(engine, _)| *engine).collect();
            let left_out: Vec<_> = self.left_out.iter().map(|(test, _)| *test).collect();
            self.matrix.compare(&skipped, &left_out)?;
        }
        Ok(conclusion.exit_code())
    }
}

/// The name of a test, which is that of its function.
fn name_of<T>() -> &'static str {
    type_name::<T>().rsplit("::").next().unwrap_or_default()
}

/// An engine's place: its browser, which is started by the first test and kept for the next. The
/// tests get it in the order in which they came.
#[derive(Debug)]
struct Bench {
    engine: Engine,
    runtime: Arc<Runtime>,
    browser: Mutex<Option<Browser>>,
}

impl Bench {
    /// Runs a test, and says how it went and how long it took.
    fn run<T>(&self, name: &str, test: T, retries: &Retries) -> (Result<(), String>, Duration)
    where
        T: AsyncFn(&Visit) -> Result<()> + Copy,
    {
        let mut slot = self.browser.blocking_lock();
        let start = Instant::now();
        let outcome = retries.run(name, || self.attempt(&mut slot, test));
        (outcome, start.elapsed())
    }

    fn attempt<T>(&self, slot: &mut Option<Browser>, test: T) -> Result<(), String>
    where
        T: AsyncFn(&Visit) -> Result<()>,
    {
        let visit = || self.runtime.block_on(visit(self.engine, slot, test));
        let outcome = match catch_unwind(AssertUnwindSafe(visit)) {
            Ok(outcome) => outcome.map_err(|error| format!("{error:#}")),
            Err(panic) => Err(said(panic.as_ref())),
        };
        if outcome.is_err() {
            // Nobody knows in what state a failed test leaves a browser: the next gets a fresh one.
            self.close(slot);
        }
        outcome
    }

    fn close(&self, slot: &mut Option<Browser>) {
        if let Some(browser) = slot.take() {
            // A browser that does not answer is ended with its driver.
            let _ = self.runtime.block_on(browser.close());
        }
    }
}

async fn visit<T>(engine: Engine, slot: &mut Option<Browser>, test: T) -> Result<()>
where
    T: AsyncFn(&Visit) -> Result<()>,
{
    let browser = match slot {
        Some(browser) => browser,
        None => slot.insert(Browser::start(engine).await?),
    };
    let visit = Visit::begin(engine, browser.session()).await?;
    let result = match timeout(PATIENCE, test(&visit)).await {
        Ok(result) => result,
        Err(late) => Err(late).context("the test takes too long"),
    };
    let record = visit.record().await;
    let asked = visit.site().asked();
    result.with_context(|| format!("the page said {record:#?} and asked for {asked:#?}"))?;
    let errors = record?.errors;
    ensure!(errors.is_empty(), "exceptions in the page: {errors:#?}");
    Ok(())
}

/// The message of a failed assertion.
fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic").to_owned()
}
