package tenet.symbolic.coq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenet.symbolic.coq.NotExportable.Missing;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** The proof of one step, by its rule: what the kernel checks with a witness, Coq finds with a tactic. */
final class CoqSteps {
    private final CoqClaim claim;
    private final Certificate.Step step;
    private final CoqTerms terms;
    private final StringBuilder text = new StringBuilder();
    private int fresh;

    CoqSteps(CoqClaim claim, Certificate.Step step) {
        this.claim = claim;
        this.step = step;
        this.terms = claim.terms;
    }

    String proof() {
        switch (step.rule()) {
            case "hypothesis" -> hypothesis();
            case "part" -> {
                poses();
                line("parts; assumption.");
            }
            case "conjunction" -> {
                poses();
                line("repeat split; assumption.");
            }
            case "generalise" -> generalise();
            case "instantiate" -> instantiate();
            case "induction" -> induction();
            case "chain" -> {
                poses();
                if (scalarGoal()) line("links.");
                else linkMatrices();
            }
            case "identity", "entrywise" -> {
                poses();
                line("identity.");
            }
            case "rewrite" -> rewrite();
            case "arithmetic" -> {
                poses();
                line("arithmetic.");
            }
            case "positivstellensatz" -> new CoqProducts(claim, step, text).proof(premises());
            case "initially" -> line("exact " + claim.call(step, step.premises().getFirst()) + ".");
            case "differentiate" -> differentiate();
            case "cases" -> cases();
            case "lemma", "theorem" -> new CoqImport(claim, step, text).proof();
            default -> throw new Missing("the rule has no translation");
        }
        return text.toString();
    }

    private void line(String tactic) {
        text.append("  ").append(tactic).append("\n");
    }

    /** P1, P2, ...: the premises, under what this step fixes and assumes. */
    private void poses() {
        for (int i = 0; i < step.premises().size(); i++) line("pose proof " + claim.call(step, step.premises().get(i)) + " as P" + (i + 1) + ".");
        if (!step.premises().isEmpty()) line("cbv beta in *.");
    }

    private List<Formula> premises() {
        List<Formula> formulas = new ArrayList<>();
        for (int premise : step.premises()) formulas.add(spoken(claim.step(premise).conclusion()));
        return formulas;
    }

    static Formula spoken(Formula formula) {
        return formula instanceof Formula.Initially(Formula body) ? body : formula;
    }

    private boolean scalarGoal() {
        return spoken(step.conclusion()) instanceof Formula.Relation relation && relation.left().sort().isScalar();
    }

    private void linkMatrices() {
        int links = step.premises().size();
        StringBuilder proof = new StringBuilder("P" + links);
        for (int i = links - 1; i >= 1; i--) proof.insert(0, "(eq_trans P" + i + " ").append(")");
        line("exact " + proof + ".");
    }

    private void hypothesis() {
        String label = step.label().orElseThrow();
        boolean local = step.assumed().stream().anyMatch(assumption -> assumption.name().equals(label));
        Hypothesis.When when = claim.statement.hypotheses().stream().filter(hypothesis -> hypothesis.name().equals(label)).findFirst()
                .map(Hypothesis::when).orElse(Hypothesis.When.NOW);
        if (local) line("exact A_" + CoqNames.word(label) + ".");
        else switch (when) {
            case NOW -> line("exact H_" + CoqNames.word(label) + ".");
            case ALWAYS -> line("exact (" + CoqClaim.given(label) + " t Ht).");
            case INITIALLY -> line("subst t. exact " + CoqClaim.given(label) + ".");
        }
    }

    private void generalise() {
        int premise = step.premises().getFirst();
        List<Range> all = claim.step(premise).fixed();
        for (Range range : all.subList(step.fixed().size(), all.size())) line("intros " + String.join(" ", claim.rangeIntros(range)) + ".");
        line("exact " + claim.call(step, premise) + ".");
    }

    private void instantiate() {
        poses();
        Formula body = premises().getFirst();
        StringBuilder application = new StringBuilder("P1");
        for (Term value : step.arguments().values()) {
            switch (body) {
                case Formula.ForAll(Range range, Formula inner) -> {
                    application.append(" ").append(terms.index(value)).append(" ltac:(lia)").append(range.except().isPresent() ? " ltac:(lia)" : "");
                    body = inner;
                }
                case Formula.ForEvery(String name, Sort sort, Formula inner) -> {
                    application.append(" ").append(sort instanceof Sort.Int ? terms.index(value) : sort.isScalar() ? terms.number(value) : terms.matrix(value))
                            .append(sort.isScalar() ? "" : " ltac:(leaf_unfold; shq)");
                    body = inner;
                }
                default -> throw new Missing("there are more arguments than quantifiers");
            }
        }
        line("pose proof (" + application + ") as Q.");
        transfer(spoken(step.conclusion()), "Q");
    }

    /** From what a name says to the same with other integer terms. */
    private void transfer(Formula goal, String from) {
        switch (goal) {
            case Formula.Relation ignored -> line("zexact " + from + ".");
            case Formula.And(List<Formula> parts) -> {
                if (parts.isEmpty()) line("exact Logic.I.");
                else line("zparts " + from + ".");
            }
            case Formula.ForAll(Range range, Formula body) -> {
                String index = "z" + ++fresh;
                line("intros " + index + " ?" + (range.except().isPresent() ? " ?" : "") + "; specialize (" + from + " " + index + " ltac:(lia)"
                        + (range.except().isPresent() ? " ltac:(lia)" : "") + ").");
                transfer(body, from);
            }
            case Formula.ForEvery ignored -> line("exact " + from + ".");
            case Formula.Initially ignored -> throw new Missing("a statement about the start inside another has no translation");
        }
    }

    private void induction() {
        boolean down = step.label().orElse("").equals("down");
        Formula.ForAll all = (Formula.ForAll) spoken(step.conclusion());
        Range range = all.range();
        Certificate.Step inner = claim.step(step.premises().get(1));
        String index = terms.inRange(range);
        String name = claim.names.of(range.index());
        String lemma = down ? "induction_down" : range.upper().isPresent() ? "induction_up_to" : "induction_up";
        String ends = range.upper().isPresent() ? " " + terms.index(range.low()) + " " + terms.index(range.high()) : " " + terms.index(range.low());
        line("(* over " + index + " *)");
        line("refine (" + lemma + " (fun " + name + " => " + terms.formula(all.body()) + ")" + ends + " _ _).");
        line("- pose proof " + claim.call(step, step.premises().get(0)) + " as Q. cbv beta in *.");
        transfer(all.body(), "Q");
        List<String> intros = claim.rangeIntros(inner.fixed().getLast());
        String assumption = "A_" + CoqNames.word(inner.assumed().getLast().name());
        line("- intros " + String.join(" ", intros) + " B. cbv beta in *.");
        line("assert (" + assumption + " : " + terms.formula(inner.assumed().getLast().formula()) + ").");
        line("{");
        transfer(inner.assumed().getLast().formula(), "B");
        line("}");
        line("pose proof " + claim.call(step, step.premises().get(1)) + " as Q. cbv beta in *.");
        transfer(all.body(), "Q");
    }

    private void cases() {
        Certificate.Step first = claim.step(step.premises().get(0));
        Certificate.Step second = claim.step(step.premises().get(1));
        String one = terms.formula(first.assumed().getLast().formula());
        String other = terms.formula(second.assumed().getLast().formula());
        line("assert (C : (" + one + ") \\/ (" + other + ")) by either.");
        line("destruct C as [A_" + CoqNames.word(first.assumed().getLast().name()) + " | A_" + CoqNames.word(second.assumed().getLast().name()) + "].");
        line("- exact " + claim.call(step, step.premises().get(0)) + ".");
        line("- exact " + claim.call(step, step.premises().get(1)) + ".");
    }

    private void differentiate() {
        Formula.Relation premise = (Formula.Relation) claim.step(step.premises().getFirst()).conclusion();
        boolean scalar = premise.left().sort().isScalar();
        line("assert (Q : " + terms.any(new Term.Rate(premise.left())) + " = " + terms.any(new Term.Rate(premise.right())) + ").");
        Certificate.Step source = claim.step(step.premises().getFirst());
        String call = claim.call(step, source.number()).replaceFirst(" t Ht", " v Hv");
        line("{ apply " + (scalar ? "Derive_same" : "D_same") + "; [exact Ht | intros v Hv; exact " + call + "]. }");
        for (int i = 1; i < step.premises().size(); i++) line("pose proof " + claim.call(step, step.premises().get(i)) + " as P" + (i + 1) + ".");
        String factor = step.arguments().containsKey("factor") ? terms.number(step.arguments().get("factor")) : "1";
        line("differentiated " + factor + " Q.");
    }

    // Rewriting.

    private void rewrite() {
        poses();
        Formula.Relation goal = (Formula.Relation) spoken(step.conclusion());
        Map<String, Term> arguments = new LinkedHashMap<>(step.arguments());
        Term context = arguments.remove("context");
        Formula body = premises().getFirst();
        Map<String, Term> values = new LinkedHashMap<>();
        StringBuilder application = new StringBuilder("P1");
        for (Term value : arguments.values()) {
            if (!(body instanceof Formula.ForAll(Range range, Formula inner))) throw new Missing("the arguments do not fit the quantifiers of the equation");
            String name = "#i" + values.size();
            values.put(name, value);
            body = Formula.substitute(Substitution.of(range.index(), Term.index(name)), inner);
            application.append(" ").append(terms.index(value)).append(" ltac:(lia)").append(range.except().isPresent() ? " ltac:(lia)" : "");
        }
        Formula.Relation equation = (Formula.Relation) Formula.substitute(new Substitution(values), body);
        List<Range> binders = new ArrayList<>();
        if (!path(context, binders)) throw new Missing("the context has no hole");
        boolean rate = underRate(context, false);
        if (rate && !claim.always(step.premises().getFirst())) throw new Missing("an equation of the present under a derivative has no translation");
        Term one = plug(context, equation.left());
        Term other = plug(context, equation.right());
        // The equation, for every value of what the context binds around its hole.
        StringBuilder quantified = new StringBuilder(rate ? "forall t, time t -> " : "");
        StringBuilder intros = new StringBuilder(rate ? "intros t1 Ht1; " : "");
        for (Range range : binders) {
            quantified.append(terms.quantified(range));
            intros.append("intros ").append(String.join(" ", claim.rangeIntros(range))).append("; ");
        }
        line("assert (Q : " + quantified + terms.any(equation.left()) + " = " + terms.any(equation.right()) + ").");
        String source = rate ? application.toString().replaceFirst("P1", "(" + claim.call(step, step.premises().getFirst()).replaceFirst(" t Ht", " t1 Ht1") + ")")
                : application.toString();
        line("{ " + intros + "pose proof (" + source + ") as P; zexact P. }");
        String left = terms.any(goal.left());
        String right = terms.any(goal.right());
        String first = terms.any(one);
        String second = terms.any(other);
        line("assert (C : " + first + " = " + second + ") by (congruent Q).");
        boolean forwards = left.equals(first) || right.equals(second);
        boolean backwards = left.equals(second) || right.equals(first);
        if (forwards || !backwards) line(forwards ? "rewritten C." : "first [rewritten C | rewritten (eq_sym C)].");
        else line("rewritten (eq_sym C).");
    }

    /** The binders around the hole, outermost first; false when there is no hole. */
    private static boolean path(Term context, List<Range> binders) {
        if (context instanceof Term.Symbol symbol && symbol.name().equals("?")) return true;
        if (context instanceof Term.Big big) {
            binders.add(big.range());
            if (path(big.body(), binders)) return true;
            binders.removeLast();
        } else {
            for (Term child : context.children()) if (path(child, binders)) return true;
        }
        return false;
    }

    private static boolean underRate(Term context, boolean inside) {
        if (context instanceof Term.Symbol symbol && symbol.name().equals("?")) return inside;
        return context.children().stream().anyMatch(child -> underRate(child, inside || context instanceof Term.Rate));
    }

    private static Term plug(Term context, Term term) {
        if (context instanceof Term.Symbol symbol && symbol.name().equals("?")) return term;
        if (context instanceof Term.Call(String name, List<Term> arguments, Sort sort))
            return new Term.Call(name, arguments.stream().map(argument -> plug(argument, term)).toList(), sort);
        return context.map(child -> plug(child, term));
    }
}
