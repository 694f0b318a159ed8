package tenet.symbolic.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tenet.symbolic.algebra.Facts;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** Rules that use what was shown elsewhere. Trusted. */
final class ImportRules {
    private ImportRules() {
    }

    /**
     * Meaning: an instance of a named lemma (label), taken as given and listed with the theorem, or of a theorem that
     * the kernel has checked. Arguments give terms for the parameters and variables that the imported statement declares
     * and this one does not; premises are its hypotheses, in order; further premises show bounds of parameters. Side
     * conditions: terms have the declared sorts and bounds; a hypothesis about every time needs a premise that holds at
     * every time, one about the start a premise about the start; what both statements declare is declared alike, flows
     * included, but a function left arbitrary there may be a defined polynomial, constant in time, here; and what both
     * declare mentions nothing that an argument changes.
     *
     * <p>A term for a parameter or fixed variable may move only if the imported statement speaks of it at one time: not
     * in a derivative, in a hypothesis about every time, or of the start. A term for a moving variable is differentiable;
     * it need only be continuous where a lemma does not mention the variable's derivative (such a lemma is to be read as
     * one about continuous motions). Failure: any of these, or another conclusion.
     */
    record Import(String name, boolean lemma) implements Rule {
        @Override
        public Set<String> check(Setting setting) {
            String label = setting.step.label().orElseThrow(() -> new Rejection("it needs the name of what it uses"));
            Statement imported;
            if (lemma) {
                imported = setting.lemmas.get(label);
                if (imported == null) throw new Rejection("there is no lemma called " + label);
                Checker.unfit(imported).ifPresent(why -> {
                    throw new Rejection("the lemma " + label + " is not well formed: " + why.message());
                });
                setting.lemmasUsed.add(label);
            } else {
                Theorem theorem = setting.theorems.get(label);
                if (theorem == null) throw new Rejection("no theorem called " + label + " has been proved before");
                imported = theorem.statement();
                setting.lemmasUsed.addAll(theorem.lemmas());
            }
            return new Instance(setting, imported, lemma).check();
        }
    }

    private record Instance(Setting setting, Statement imported, boolean lemma) {
        Set<String> check() {
            Facts facts = setting.facts(imported.hypotheses().size());
            Facts always = setting.alwaysFacts(imported.hypotheses().size());
            Signature ours = setting.statement.signature();
            Motion motions = new Motion(ours);
            List<Declaration> own = new ArrayList<>();
            for (Declaration declaration : imported.signature().declarations())
                if (!ours.declarations().contains(declaration)) own.add(declaration);
            Set<String> wanted = new LinkedHashSet<>();
            Map<String, Term> values = new LinkedHashMap<>();
            for (Declaration declaration : own) {
                switch (declaration) {
                    case Declaration.Parameter(String name, var indices, Sort sort, List<Declaration.Bound> bounds) when indices.isEmpty() -> {
                        Term value = value(name, sort, values);
                        if (!motions.constant(value)) requireOneTime(name, own, value);
                        values.put(name, value);
                        wanted.add(name);
                    }
                    case Declaration.Variable(String name, var indices, Sort sort, Declaration.Motion motion)
                            when indices.isEmpty() && imported.signature().flow(name).isEmpty() -> {
                        Term value = value(name, sort, values);
                        if (motion == Declaration.Motion.MOVING) requireMotion(name, own, value, new Continuity(ours, always), always);
                        else if (!motions.constant(value)) requireOneTime(name, own, value);
                        values.put(name, value);
                        wanted.add(name);
                    }
                    case Declaration.Definition ignored -> { }
                    // What holds for every smooth function holds for the one that this statement defines.
                    case Declaration.Function function when ours.find(function.name()).orElse(null) instanceof Declaration.Function defined
                            && function.body().isEmpty() && defined.body().isPresent() && sameSorts(function, defined)
                            && (!function.smooth() || Continuity.polynomial(defined.body().get().term()))
                            && motions.constant(defined.body().get()) -> { }
                    default -> throw new Rejection("it declares " + declaration.name() + ", which this statement does not declare alike");
                }
            }
            setting.arguments(wanted);
            requireShared(own, values);
            Substitution instance = new Substitution(values);
            for (Declaration declaration : own)
                if (declaration instanceof Declaration.Parameter(String name, var indices, Sort sort, List<Declaration.Bound> bounds))
                    for (Declaration.Bound bound : bounds) {
                        Formula.Relation relation = new Formula.Relation(bound.comparison(), values.get(name), instance.apply(bound.term()));
                        if (!facts.holds(relation)) throw new Rejection("the bound " + relation + " is not known to hold");
                    }
            Set<String> now = new TreeSet<>();
            if (setting.premises.size() < imported.hypotheses().size())
                throw new Rejection("it has " + imported.hypotheses().size() + " hypotheses and needs as many premises");
            for (int i = 0; i < imported.hypotheses().size(); i++) now.addAll(discharge(imported.hypotheses().get(i), i, instance, own, facts, always));
            for (int i = imported.hypotheses().size(); i < setting.premises.size(); i++) now.addAll(setting.premises.get(i).now());
            Formula conclusion = Formula.substitute(instance, unfold(imported.conclusion(), own));
            wellFormed(conclusion);
            if (!setting.equivalent(conclusion, setting.conclusion(), facts))
                throw new Rejection("it shows  " + conclusion + "  rather than  " + setting.conclusion());
            return now;
        }

        /** That the instance means here what it means there: nothing declared is hidden by a bound name. */
        private void wellFormed(Formula formula) {
            new WellFormed(setting.statement.signature(), List.of()).within(setting.step.fixed()).check(formula);
        }

        private List<Formula> spokenOf(List<Declaration> own) {
            List<Formula> formulas = new ArrayList<>(List.of(unfold(imported.conclusion(), own)));
            imported.hypotheses().forEach(hypothesis -> formulas.add(unfold(hypothesis.formula(), own)));
            return formulas;
        }

        private void requireOneTime(String name, List<Declaration> own, Term value) {
            boolean others = imported.hypotheses().stream().anyMatch(hypothesis -> hypothesis.when() != Hypothesis.When.NOW
                    && Formula.freeNames(unfold(hypothesis.formula(), own)).contains(name));
            if (others || spokenOf(own).stream().anyMatch(formula -> Motion.underRate(name, formula) || Motion.ofStart(name, formula)))
                throw new Rejection("the term " + value + " moves, and what is imported speaks of " + name + " at more than one time");
        }

        private void requireMotion(String name, List<Declaration> own, Term value, Continuity continuity, Facts always) {
            Term primitive = setting.primitive(value, always);
            if (!continuity.continuous(primitive))
                throw new Rejection("the term " + value + " for " + name + " is not known to be continuous in time");
            boolean rate = !lemma || spokenOf(own).stream().anyMatch(formula -> Motion.underRate(name, formula));
            if (rate && !continuity.differentiable(primitive))
                throw new Rejection("the term " + value + " for " + name + " is not known to be differentiable in time");
        }

        /** What both statements declare alike is alike only if what it mentions is, and does not move here alone. */
        private void requireShared(List<Declaration> own, Map<String, Term> values) {
            Signature ours = setting.statement.signature();
            Set<String> changed = new TreeSet<>();
            values.forEach((name, value) -> {
                if (!(value instanceof Term.Symbol symbol && symbol.name().equals(name) && symbol.indices().isEmpty())) changed.add(name);
            });
            for (Declaration declaration : own) if (declaration instanceof Declaration.Definition definition) changed.add(definition.name());
            for (Declaration declaration : imported.signature().declarations()) {
                if (own.contains(declaration) && !(declaration instanceof Declaration.Function)) continue;
                for (String mentioned : declaration.mentions())
                    if (changed.contains(mentioned))
                        throw new Rejection("both declare " + declaration.name() + " with " + mentioned + ", which is something else here");
                if (declaration instanceof Declaration.Variable variable && variable.motion() == Declaration.Motion.FIXED
                        && imported.signature().flow(variable.name()).isEmpty() && ours.flow(variable.name()).isPresent()
                        && !Motion.ofOneTime(imported))
                    throw new Rejection(variable.name() + " is fixed in what is imported, which speaks of more than one time, and moves here");
            }
        }

        private static boolean sameSorts(Declaration.Function a, Declaration.Function b) {
            if (a.arguments().size() != b.arguments().size() || !Sort.same(a.result(), b.result())) return false;
            for (int i = 0; i < a.arguments().size(); i++) if (!Sort.same(a.arguments().get(i), b.arguments().get(i))) return false;
            return true;
        }

        private Term value(String name, Sort sort, Map<String, Term> earlier) {
            Term value = setting.step.arguments().get(name);
            if (value == null) throw new Rejection("it needs a term for " + name);
            Sort wanted = new Substitution(earlier).apply(sort);
            if (!Sort.fits(value.sort(), wanted)) throw new Rejection(value + ", a " + value.sort() + ", cannot stand for " + name + ", a " + wanted);
            return value;
        }

        private Set<String> discharge(Hypothesis hypothesis, int position, Substitution instance, List<Declaration> own, Facts facts, Facts always) {
            Line premise = setting.premises.get(position);
            Formula wanted = Formula.substitute(instance, unfold(hypothesis.formula(), own));
            boolean start = premise.conclusion() instanceof Formula.Initially;
            Formula shown = switch (hypothesis.when()) {
                case NOW -> setting.spoken(premise);
                case ALWAYS -> {
                    if (start || !premise.always()) throw new Rejection("the hypothesis " + hypothesis.name() + " must hold at every time");
                    yield premise.conclusion();
                }
                case INITIALLY -> {
                    if (start) yield ((Formula.Initially) premise.conclusion()).body();
                    if (!premise.always()) throw new Rejection("the hypothesis " + hypothesis.name() + " must hold at the start");
                    yield premise.conclusion();
                }
            };
            wellFormed(wanted);
            // What is known of the present does not help to recognise a formula about other times.
            if (!setting.equivalent(wanted, shown, hypothesis.when() == Hypothesis.When.NOW ? facts : always))
                throw new Rejection("the hypothesis " + hypothesis.name() + " is  " + wanted + ", but premise " + premise.step().number() + " shows  " + shown);
            return hypothesis.when() == Hypothesis.When.NOW ? premise.now() : Set.of();
        }

        /** Writes out the definitions that only the imported statement has. */
        private static Formula unfold(Formula formula, List<Declaration> own) {
            return Signature.unfold(formula, own.stream().filter(Declaration.Definition.class::isInstance).map(Declaration.Definition.class::cast).toList());
        }
    }
}
