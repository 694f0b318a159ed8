package tenet.symbolic.coq;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tenet.symbolic.coq.NotExportable.Missing;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Term;

/** One claim as a section of a Coq file: its declarations, its assumptions, a lemma for each step, the theorem. */
final class CoqClaim {
    final Statement statement;
    final Certificate certificate;
    final boolean timed;
    final CoqNames names;
    final String prefix;
    final CoqSignature signature;
    final CoqTerms terms;
    final Map<String, CoqClaim> cited;
    final Map<String, CoqLemma> lemmas;
    /** Of each step, the hypotheses about the present time that it rests on. */
    private final List<Set<String>> now = new ArrayList<>();

    CoqClaim(Statement statement, Certificate certificate, boolean timed, CoqNames names, String prefix, Map<String, CoqClaim> cited,
             Map<String, CoqLemma> lemmas) throws NotExportable {
        this.statement = statement;
        this.certificate = certificate;
        this.timed = timed;
        this.names = names;
        this.prefix = prefix;
        this.cited = cited;
        this.lemmas = lemmas;
        try {
            this.signature = new CoqSignature(statement.signature(), mentioned(), timed, names, prefix, name -> false);
        } catch (Missing | IllTyped missing) {
            throw NotExportable.at(statement.id(), OptionalInt.empty(), missing.getMessage());
        }
        this.terms = signature.terms;
        for (Certificate.Step step : certificate.steps()) now.add(restsOn(step));
    }

    /** Whether it speaks of more than one moment. */
    static boolean speaksOfMotion(Statement statement, Certificate certificate) {
        if (statement.hypotheses().stream().anyMatch(hypothesis -> hypothesis.when() != Hypothesis.When.NOW || motion(hypothesis.formula()))) return true;
        return motion(statement.conclusion()) || certificate.steps().stream().anyMatch(step -> motion(step.conclusion())
                || step.arguments().values().stream().anyMatch(CoqClaim::motion));
    }

    private static boolean motion(Formula formula) {
        return switch (formula) {
            case Formula.Relation relation -> motion(relation.left()) || motion(relation.right());
            case Formula.And and -> and.parts().stream().anyMatch(CoqClaim::motion);
            case Formula.ForAll all -> motion(all.body());
            case Formula.ForEvery every -> motion(every.body());
            case Formula.Initially ignored -> true;
        };
    }

    private static boolean motion(Term term) {
        return term instanceof Term.Rate || term.children().stream().anyMatch(CoqClaim::motion);
    }

    private Set<String> mentioned() {
        Set<String> all = new LinkedHashSet<>(Formula.freeNames(statement.conclusion()));
        statement.hypotheses().forEach(hypothesis -> all.addAll(Formula.freeNames(hypothesis.formula())));
        for (Certificate.Step step : certificate.steps()) {
            all.addAll(Formula.freeNames(step.conclusion()));
            step.arguments().values().forEach(term -> all.addAll(Names.free(term)));
            for (Range range : step.fixed()) {
                all.addAll(Names.free(range.low()));
                range.upper().ifPresent(term -> all.addAll(Names.free(term)));
            }
        }
        // What a cited theorem quantifies over is found here by its name.
        for (Certificate.Step step : certificate.steps())
            if (step.rule().equals("theorem") && cited.get(step.label().orElse("")) instanceof CoqClaim claim)
                claim.statement.signature().declarations().stream().map(Declaration::name)
                        .filter(name -> !step.arguments().containsKey(name)).forEach(all::add);
        return all;
    }

    private Set<String> restsOn(Certificate.Step step) {
        Set<String> all = new TreeSet<>();
        step.premises().forEach(premise -> all.addAll(now.get(premise - 1)));
        step.label().filter(label -> step.rule().equals("hypothesis")).ifPresent(label -> statement.hypotheses().stream()
                .filter(hypothesis -> hypothesis.name().equals(label) && hypothesis.when() == Hypothesis.When.NOW).forEach(hypothesis -> all.add(label)));
        return all;
    }

    Set<String> now(int step) {
        return now.get(step - 1);
    }

    Certificate.Step step(int number) {
        return certificate.steps().get(number - 1);
    }

    static boolean atStart(Certificate.Step step) {
        return step.conclusion() instanceof Formula.Initially;
    }

    // Names inside the section.

    String stepName(int number) {
        return prefix + "step_" + number;
    }

    String theoremName() {
        return CoqNames.word(statement.id());
    }

    static String given(String hypothesis) {
        return "given_" + CoqNames.word(hypothesis);
    }

    List<Hypothesis> presentHypotheses() {
        return statement.hypotheses().stream().filter(hypothesis -> hypothesis.when() == Hypothesis.When.NOW).toList();
    }

    /** The whole section. */
    String text() throws NotExportable {
        StringBuilder text = new StringBuilder();
        text.append("(* ======== ").append(statement.id()).append(" ======== *)\nSection ").append(theoremName()).append("_section.\n");
        List<String> lemmaTexts = new ArrayList<>();
        for (CoqSignature.Entry entry : signature.entries()) {
            switch (entry) {
                case CoqSignature.Entry.Given given -> text.append("Variable ").append(given.name()).append(" : ").append(given.type()).append(".\n");
                case CoqSignature.Entry.Assumed assumed -> text.append("Hypothesis ").append(assumed.name()).append(" : ").append(assumed.proposition()).append(".\n");
                case CoqSignature.Entry.Defined(String name, String body) -> {
                    if (name.isEmpty()) lemmaTexts.add(body);
                    else text.append("Definition ").append(name).append(body).append(".\n");
                }
            }
        }
        try {
            for (Hypothesis hypothesis : statement.hypotheses()) {
                switch (hypothesis.when()) {
                    case NOW -> text.append("Definition ").append(prefix).append(given(hypothesis.name())).append(timed ? " (t : R)" : "").append(" : Prop :=\n  ")
                            .append(terms.formula(hypothesis.formula())).append(".\n");
                    case ALWAYS -> text.append("Hypothesis ").append(given(hypothesis.name())).append(" : forall t, time t ->\n  ")
                            .append(terms.formula(hypothesis.formula())).append(".\n");
                    case INITIALLY -> text.append("Hypothesis ").append(given(hypothesis.name())).append(" : (fun t =>\n  ")
                            .append(terms.formula(hypothesis.formula())).append(") t_start.\n");
                }
            }
        } catch (Missing | IllTyped missing) {
            throw NotExportable.at(statement.id(), OptionalInt.empty(), missing.getMessage());
        }
        text.append("\n").append(signature.tactics());
        lemmaTexts.forEach(lemma -> text.append(lemma).append("\n"));
        text.append(signature.rateTactic()).append("\n");
        for (Certificate.Step step : certificate.steps()) {
            try {
                text.append(stepText(step));
            } catch (Missing | IllTyped missing) {
                throw NotExportable.at(statement.id(), OptionalInt.of(step.number()), "(" + step.rule() + ") " + missing.getMessage());
            }
        }
        text.append("\nTheorem ").append(theoremName()).append(" : ").append(opening())
                .append("\n  ").append(terms.formula(statement.conclusion())).append(".\nProof. exact ").append(exactLast()).append(". Qed.\n");
        return text.append("End ").append(theoremName()).append("_section.\n\n").toString();
    }

    /** {@code forall t, time t -> given_a t -> }: all hypotheses about the present. */
    private String opening() {
        String at = timed ? " t" : "";
        return (timed ? "forall t, time t -> " : "")
                + presentHypotheses().stream().map(hypothesis -> prefix + given(hypothesis.name()) + at + " -> ").collect(Collectors.joining());
    }

    private String exactLast() {
        List<String> binders = new ArrayList<>();
        if (timed) binders.addAll(List.of("t", "Ht"));
        presentHypotheses().forEach(hypothesis -> binders.add("H_" + CoqNames.word(hypothesis.name())));
        int last = certificate.steps().size();
        String call = stepName(last) + (timed ? " t Ht" : "") + presentHypotheses().stream().filter(hypothesis -> now(last).contains(hypothesis.name()))
                .map(hypothesis -> " H_" + CoqNames.word(hypothesis.name())).collect(Collectors.joining());
        return binders.isEmpty() ? call : "(fun " + String.join(" ", binders) + " => " + call + ")";
    }

    private String stepText(Certificate.Step step) {
        String at = timed ? " t" : "";
        StringBuilder text = new StringBuilder("Lemma " + stepName(step.number()) + " : ");
        List<String> intros = new ArrayList<>();
        if (timed) {
            text.append(atStart(step) ? "forall t, t = t_start -> " : "forall t, time t -> ");
            intros.addAll(List.of("t", "Ht"));
        }
        for (Hypothesis hypothesis : presentHypotheses())
            if (now(step.number()).contains(hypothesis.name())) {
                text.append(prefix).append(given(hypothesis.name())).append(at).append(" -> ");
                intros.add("H_" + CoqNames.word(hypothesis.name()));
            }
        for (Range range : step.fixed()) {
            text.append(terms.quantified(range));
            intros.addAll(rangeIntros(range));
        }
        for (Certificate.Assumption assumption : step.assumed()) {
            text.append("(").append(terms.formula(assumption.formula())).append(") -> ");
            intros.add("A_" + CoqNames.word(assumption.name()));
        }
        String conclusion = terms.formula(CoqSteps.spoken(step.conclusion()));
        text.append("\n  ").append(conclusion).append(".\nProof.\n");
        if (!intros.isEmpty()) text.append("  intros ").append(String.join(" ", intros)).append(".\n");
        text.append(new CoqSteps(this, step).proof());
        return text.append("Qed.\n").toString();
    }

    List<String> rangeIntros(Range range) {
        String index = names.of(range.index());
        List<String> intros = new ArrayList<>(List.of(index, "R_" + index));
        if (range.except().isPresent()) intros.add("X_" + index);
        return intros;
    }

    /** An earlier step, applied to everything that it is stated under, as seen from this one. */
    String call(Certificate.Step from, int premise) {
        Certificate.Step step = step(premise);
        StringBuilder call = new StringBuilder("(" + stepName(premise));
        if (timed) call.append(!atStart(step) ? atStart(from) ? " t (at_start t Ht)" : " t Ht" : atStart(from) ? " t Ht" : " t_start eq_refl");
        for (Hypothesis hypothesis : presentHypotheses())
            if (now(premise).contains(hypothesis.name())) call.append(" H_").append(CoqNames.word(hypothesis.name()));
        List<Range> fixed = step.fixed();
        for (Range range : fixed) rangeIntros(range).forEach(name -> call.append(" ").append(name));
        for (Certificate.Assumption assumption : step.assumed()) call.append(" A_").append(CoqNames.word(assumption.name()));
        return call.append(")").toString();
    }

    /** Whether a step rests on nothing about the present and can be used at every time. */
    boolean always(int number) {
        Certificate.Step step = step(number);
        return now(number).isEmpty() && step.assumed().isEmpty() && !atStart(step);
    }
}
