package tenet.symbolic.coq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tenet.symbolic.coq.NotExportable.Missing;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.Term;

/** The proof of a step that uses a named lemma or a theorem: the objects are given, the assumptions found. */
final class CoqImport {
    private final CoqClaim claim;
    private final Certificate.Step step;
    private final StringBuilder text;

    CoqImport(CoqClaim claim, Certificate.Step step, StringBuilder text) {
        this.claim = claim;
        this.step = step;
        this.text = text;
    }

    void proof() {
        String label = step.label().orElseThrow();
        boolean lemma = step.rule().equals("lemma");
        Statement statement = lemma ? claim.lemmas.get(label).statement : claim.cited.get(label).statement;
        CoqSignature signature = lemma ? claim.lemmas.get(label).signature : claim.cited.get(label).signature;
        boolean timed = lemma ? claim.lemmas.get(label).timed : claim.cited.get(label).timed;
        for (int i = 0; i < step.premises().size(); i++) {
            int premise = step.premises().get(i);
            boolean everywhere = timed && i < statement.hypotheses().size() && statement.hypotheses().get(i).when() == Hypothesis.When.ALWAYS;
            String call = claim.call(step, premise);
            text.append("  pose proof ").append(everywhere ? "(fun t1 Ht1 => " + call.replaceFirst(" t Ht", " t1 Ht1") + ")" : call).append(" as P").append(i + 1).append(".\n");
        }
        text.append("  cbv beta in *.\n");
        StringBuilder application = new StringBuilder(lemma ? claim.lemmas.get(label).name() : claim.cited.get(label).theoremName());
        List<String> tactics = new ArrayList<>();
        for (CoqSignature.Entry entry : signature.entries()) {
            switch (entry) {
                case CoqSignature.Entry.Given given -> application.append(" ").append(object(given, step.arguments()));
                case CoqSignature.Entry.Assumed(String name, String proposition) -> {
                    if (lemma && name.equals("size_literal")) continue;
                    if (!lemma) application.append(" _");
                    tactics.add("imported");
                }
                case CoqSignature.Entry.Defined ignored -> { }
            }
        }
        for (int i = 0; i < statement.hypotheses().size(); i++) {
            boolean present = statement.hypotheses().get(i).when() == Hypothesis.When.NOW;
            if (!present) {
                if (!lemma) application.append(" _");
                tactics.add("premise P" + (i + 1));
            }
        }
        String time = timed ? CoqClaim.atStart(step) ? " t (at_start t Ht)" : " t Ht" : "";
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < statement.hypotheses().size(); i++)
            if (statement.hypotheses().get(i).when() == Hypothesis.When.NOW) {
                rest.append(" _");
                tactics.add("premise P" + (i + 1));
            }
        if (lemma) application.append(" _".repeat(tactics.size() - (int) statement.hypotheses().stream().filter(h -> h.when() == Hypothesis.When.NOW).count()));
        application.append(time).append(rest);
        text.append("  unshelve (epose proof (").append(application).append(") as Q).\n");
        for (String tactic : tactics) text.append("  { ").append(tactic).append(". }\n");
        text.append("  cbv beta in Q. conclusion Q.\n");
    }

    private String object(CoqSignature.Entry.Given given, Map<String, Term> arguments) {
        Term value = arguments.get(given.declared());
        if (value == null) return shared(given);
        String body = given.type().endsWith("Z") ? claim.terms.index(value) : given.type().endsWith("R") ? claim.terms.number(value) : claim.terms.matrix(value);
        return given.moves() ? "(fun t => " + body + ")" : body;
    }

    /** What both statements declare alike. */
    private String shared(CoqSignature.Entry.Given given) {
        String name = given.declared();
        if (name.startsWith("grad ")) return claim.signature.head(name);
        Declaration declaration = claim.statement.signature().find(name)
                .orElseThrow(() -> new Missing("what it uses declares " + name + ", which this claim does not"));
        if (declaration instanceof Declaration.Variable && claim.signature.moves(name) && given.moves()) return claim.names.of(name);
        String head = claim.signature.head(name);
        return head.contains(" ") ? "(" + head + ")" : head;
    }
}
