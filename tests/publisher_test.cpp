#include "assessment/assessment.hpp"
#include "support/catch.hpp"
#include "support/workshop.hpp"

/// Teams that do what a publisher's own text asks, line by line, and nothing else.
using namespace mlops_assess;

namespace {

/// A line of a publisher's text, in our words, and what a team answers that does it. Lines that
/// only describe what is still missing answer nothing.
struct Line {
    int level;
    std::string_view says;
    std::vector<std::string> practices;
};

const std::vector<Line> microsoft_lines = {
    // 1: model creation, model release, application integration, technology
    {1, "a pipeline gathers the data", {"data-auto-gather"}},
    {1, "compute managed or not, experiments not tracked, one file handed over", {}},
    {1, "release by hand", {}},
    {1, "the scoring script is likely versioned", {"release-scoring-versioned"}},
    {1, "the model is handed to software engineers", {}},
    {1, "basic integration tests for the model", {"app-basic-integration"}},
    {1, "releases of the application are automated", {"cd-app-release"}},
    {1, "the application has unit tests", {"app-unit-tests"}},
    {1, "builds are automated", {"ci-auto-build"}},
    {1, "application code has automated tests", {"ci-app-tests-run"}},
    {1, "code is under version control (2025)", {"dev-source-control"}},
    // 2: people
    {2,
     "data scientists and data engineers make repeatable scripts and jobs of experiments",
     {"people-ds-de-jobs", "dev-modular", "data-prep-pipeline"}},
    {2, "software engineers stand apart", {}},
    // model creation
    {2, "compute is managed", {"dev-managed-compute"}},
    {2, "experiments are tracked", {"dev-experiment-tracking"}},
    {2, "training code and models are versioned", {"dev-source-control", "release-registry"}},
    // model release
    {2, "release by hand", {}},
    {2,
     "the scoring script is versioned and tested",
     {"release-scoring-versioned", "release-scoring-tested"}},
    {2, "the software team releases", {"release-eng-managed"}},
    // highlights
    {2,
     "the training environment is managed and traceable",
     {"dev-managed-compute", "dev-env-defined", "data-central-store", "data-versioned"}},
    {2, "a model is easy to reproduce", {"dev-reproducible", "data-versioned"}},
    {2, "releases are low in friction", {"cd-model-low-friction"}},
    // technology
    {2, "training is automated", {"dev-train-pipeline"}},
    {2, "training performance is tracked centrally", {"mon-training-central"}},
    {2, "models are managed", {"release-registry"}},
    {2, "scheduled or event-driven training jobs (2025)", {"mon-retrain-trigger"}},
    {2, "managed feature store (2025)", {"data-feature-store"}},
    {2, "life-cycle events (2025)", {"mon-retrain-trigger"}},
    {2, "environment definitions (2025)", {"dev-env-defined"}},
    // 3: people
    {3, "the three roles manage inputs and outputs", {"people-io-owners"}},
    {3, "engineers automate the integration into the application", {"people-swe-integrate"}},
    // model release
    {3, "release is automatic", {"release-continuous"}},
    {3, "CI/CD manages releases", {"cd-only-path"}},
    // application integration
    {3, "unit and integration tests for each model release", {"app-tests-per-release"}},
    {3, "less dependent on data scientists", {"app-low-ds-reliance"}},
    {3, "application code has unit and integration tests", {"app-tests-in-code"}},
    // highlights
    {3,
     "a trail from the deployment to the original data",
     {"data-lineage", "release-traceable", "dev-metadata-store"}},
    {3,
     "the environment is managed: training, test, production",
     {"dev-managed-envs", "dev-symmetry", "cd-stages"}},
    // technology
    {3, "A/B tests of models", {"release-online-test"}},
    {3,
     "all code has automated tests",
     {"ci-ml-code", "ci-feature-tests", "ci-training-tests", "ci-merge-gate"}},
    {3, "artefacts promoted between workspaces (2025)", {"cd-artifact-promotion"}},
    // 4: people
    {4, "data scientists and software engineers find markers", {"people-joint-markers"}},
    {4, "metrics gathered after deployment", {"app-telemetry"}},
    // model creation
    {4,
     "production metrics start retraining",
     {"mon-perf-trigger", "data-prod-capture", "app-outcome-feedback"}},
    // highlights
    {4, "the whole system is automated and easy to monitor", {"mon-central-verbose"}},
    {4, "production tells how to improve", {"people-feedback-review"}},
    {4, "close to zero downtime", {"cd-zero-downtime"}},
    // technology
    {4, "training and testing are automated", {"dev-retrain-unattended", "ci-model-tests"}},
    {4, "verbose central metrics of deployed models", {"mon-central-verbose"}},
    {4, "drift or regression starts retraining (2025)", {"mon-drift", "mon-perf-trigger"}},
    {4, "health and freshness of features (2025)", {"data-feature-freshness"}},
    {4, "policy promotes models (2025)", {"release-auto-promote"}},
};

const std::vector<Line> google_lines = {
    // 0: what the guide finds or advises there already
    {0, "scripts are often under source control", {"dev-source-control"}},
    {0, "a registry is where the model is handed over", {"release-registry"}},
    {0, "the cure begins with watching the live model", {"mon-quality", "mon-service-metrics"}},
    {0, "predictions and actions should be logged", {"mon-log-predictions"}},
    // 1: characteristics
    {1, "the steps of experiments are orchestrated", {"dev-train-pipeline"}},
    {1,
     "continuous training on fresh data by live triggers",
     {"data-auto-gather", "mon-retrain-trigger"}},
    {1, "one pipeline in development, pre-production and production", {"dev-symmetry"}},
    {1, "modular components, ideally in containers", {"dev-modular", "dev-env-defined"}},
    {1, "continuous delivery of models", {"release-continuous"}},
    {1, "the whole training pipeline is deployed", {"cd-pipeline-deployed"}},
    // components
    {1, "data validation: schema", {"data-schema-validation"}},
    {1, "data validation: values", {"data-skew-validation"}},
    {1, "model validation: better than the current model", {"release-offline-gate"}},
    {1, "model validation: consistent over segments", {"release-slices"}},
    {1, "model validation: infrastructure and interface", {"cd-compat-check"}},
    {1, "online validation by canary or A/B", {"release-online-test"}},
    {1, "a feature store is optional", {}},
    {1,
     "metadata of every run",
     {"dev-metadata-store", "dev-experiment-tracking", "dev-reproducible", "data-versioned"}},
    {1, "pipelines are tested by hand", {"ci-manual-pipeline-test"}},
    // 2: goal and components
    {2, "data scientists try ideas, the system does the rest", {"dev-idea-to-pipeline"}},
    {2, "source control", {"dev-source-control"}},
    {2, "test and build services", {"ci-ml-code", "ci-package"}},
    {2, "deployment services", {"cd-pipeline-cd"}},
    {2, "model registry", {"release-registry"}},
    {2, "feature store, one definition", {"data-feature-store", "app-feature-parity"}},
    {2, "metadata store, lineage", {"data-lineage", "release-traceable"}},
    // stages
    {2, "source code goes to the repository", {"people-ds-ship-source"}},
    {2, "CI yields packages", {"ci-package"}},
    {2, "CD yields a deployed pipeline", {"cd-pipeline-cd"}},
    {2, "triggers yield a model in the registry", {"dev-retrain-unattended"}},
    {2, "monitoring starts the pipeline", {"mon-perf-trigger"}},
    {2, "monitoring starts a round of experiments", {"people-feedback-review"}},
    // tests
    {2, "feature logic", {"ci-feature-tests"}},
    {2, "model methods, convergence, no invalid numbers", {"ci-training-tests"}},
    {2, "artefacts of components, their integration", {"ci-component-integration"}},
    {2, "the interface called with expected inputs", {"app-io-contract"}},
    {2, "load", {"app-load-test"}},
    {2, "data valid for retraining or batch", {"data-schema-validation"}},
    {2, "predictive targets met", {"release-offline-gate"}},
    {2,
     "test, then pre-production after review, then production",
     {"cd-stages", "dev-managed-envs", "ci-merge-gate", "dev-code-review"}},
};

Assessment team(Workshop& shop, const Rubric& rubric, const std::vector<Line>& lines, int level) {
    std::map<std::string, std::string> answers;
    for (const auto& line : lines)
        if (line.level <= level)
            for (const auto& practice : line.practices) answers[practice] = "fully";
    return *assess(rubric, shop.answers(answers), {});
}

}  // namespace

TEST_CASE("who does what the publisher's text asks has the publisher's level", "[publisher]") {
    Workshop shop;
    struct Model {
        const Rubric& rubric;
        const std::vector<Line>& lines;
    };
    for (const auto& [rubric, lines] :
         {Model{shop.microsoft(), microsoft_lines}, Model{shop.google(), google_lines}})
        for (int level = 0; level <= rubric.top(); ++level) {
            INFO(rubric.id << ' ' << level);
            const auto a = team(shop, rubric, lines, level);
            CHECK(a.publisher_level == level);
            // All that is missing for the level itself is asked by notes or by us.
            for (std::size_t p = 0; p < a.parameters.size(); ++p)
                for (int n = 1; n <= level; ++n)
                    for (const auto& requirement : rubric.cell(p, n).required) {
                        INFO(rubric.catalogue->practices[requirement.practice].id);
                        CHECK((a.met(requirement) || requirement.basis == Basis::secondary ||
                               requirement.basis == Basis::added));
                    }
        }
}
