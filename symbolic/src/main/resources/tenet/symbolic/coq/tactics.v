
(* ---- gradients: a step in one entry of one layer ---- *)
Definition unit_at (i j : Z) : mat := fun p q => if ((p =? i) && (q =? j))%Z then 1 else 0.
Definition put (W : Z -> mat) (l i j : Z) (x : R) : Z -> mat :=
  fun k p q => if ((k =? l) && ((p =? i) && (q =? j)))%Z then x else W k p q.
(* G X is the gradient of f at X, among m x n matrices: along every differentiable curve the chain rule holds. *)
Definition gradient_of (m n : Z) (f : mat -> R) (G : mat -> mat) : Prop :=
  (forall X, shape m n (G X)) /\
  forall (X : R -> mat) (t : R) (X' : mat), (forall u, shape m n (X u)) -> isD X t X' ->
    is_derive (fun u => f (X u)) t (inner (G (X t)) X').

Lemma put_here W l i j : put W l i j (W l i j) = W.
Proof.
  apply functional_extensionality; intro k. apply mext; intros p q. unfold put.
  destruct (Z.eqb_spec k l), (Z.eqb_spec p i), (Z.eqb_spec q j); cbn; subst; reflexivity.
Qed.
Lemma shape_unit m n i j : (1 <= i <= m)%Z -> (1 <= j <= n)%Z -> shape m n (unit_at i j).
Proof. intros Hi Hj p q H. unfold unit_at. destruct (Z.eqb_spec p i), (Z.eqb_spec q j); cbn; try reflexivity. lia. Qed.
Lemma shape_put m n W l i j x k : shape m n (W k) -> (k = l -> (1 <= i <= m)%Z /\ (1 <= j <= n)%Z) -> shape m n (put W l i j x k).
Proof.
  intros HW H p q Hpq. unfold put. destruct (Z.eqb_spec k l), (Z.eqb_spec p i), (Z.eqb_spec q j); cbn; try (apply HW; exact Hpq).
  exfalso. subst. destruct (H eq_refl). lia.
Qed.
Lemma isD_put W l i j x k : isD (fun x => put W l i j x k) x (if (k =? l)%Z then unit_at i j else mzero).
Proof.
  intros p q. unfold put, unit_at. destruct (Z.eqb_spec k l); cbn; [|apply sD_const].
  destruct ((p =? i) && (q =? j))%Z; [apply (is_derive_id x)|apply sD_const].
Qed.
Lemma inner_unit M i j : (1 <= i <= Nmax)%Z -> (1 <= j <= Nmax)%Z -> inner M (unit_at i j) = M i j.
Proof.
  intros Hi Hj. unfold inner. rewrite (sum_single 1 Nmax i); [|exact Hi|].
  - rewrite (sum_single 1 Nmax j); [|exact Hj|].
    + unfold unit_at. rewrite !Z.eqb_refl. cbn. ring.
    + intros k _ Hk. unfold unit_at. destruct (Z.eqb_spec k j); [lia|]. rewrite andb_false_r. ring.
  - intros k _ Hk. apply sum_zero; intros. unfold unit_at. destruct (Z.eqb_spec k i); [lia|]. cbn. ring.
Qed.
Lemma inner_adjoint A B M X : inner M (A ** (X ** B)) = inner (mtr A ** (M ** mtr B)) X.
Proof.
  rewrite !inner_trace, !mtr_mul, !mtr_tr, <- !mmul_assoc, trace_cyclic, <- !mmul_assoc. reflexivity.
Qed.
Lemma gradient_chain m n f G cols W l i j hi lo :
  gradient_of m n f G -> m = cols (hi + 1)%Z -> n = cols lo -> (lo <= l <= hi)%Z ->
  (forall k, (lo <= k <= hi)%Z -> shape (cols (k + 1)%Z) (cols k) (W k)) ->
  (forall k, (lo <= k <= hi + 1)%Z -> (cols k <= Nmax)%Z) ->
  (1 <= i <= cols (l + 1))%Z -> (1 <= j <= cols l)%Z ->
  is_derive (fun x => f (chain cols (put W l i j x) hi lo)) (W l i j)
    ((mtr (chain cols W hi (l + 1)) ** (G (chain cols W hi lo) ** mtr (chain cols W (l - 1) lo))) i j).
Proof.
  intros [HG HD] -> -> Hl Hs Hn Hi Hj.
  assert (Hput : forall x k, (lo <= k <= hi)%Z -> shape (cols (k + 1)%Z) (cols k) (put W l i j x k)).
  { intros x k Hk. apply shape_put; [apply Hs; exact Hk|]. intros ->. split; assumption. }
  assert (C : isD (fun x => chain cols (put W l i j x) hi lo) (W l i j)
    (chain cols W hi (l + 1) ** (unit_at i j ** chain cols W (l - 1) lo))).
  { pose proof (isD_chain cols (fun x => put W l i j x) hi lo (W l i j) (fun k => if (k =? l)%Z then unit_at i j else mzero)) as P.
    rewrite put_here in P.
    intros p q. replace ((chain cols W hi (l + 1) ** (unit_at i j ** chain cols W (l - 1) lo)) p q) with
      (msum lo hi (fun k => chain cols W hi (k + 1) ** ((if (k =? l)%Z then unit_at i j else mzero) ** chain cols W (k - 1) lo)) p q).
    - apply P; [lia|intros; apply Hs; lia|intros; apply isD_put|exact Hn|].
      intros k Hk. destruct (Z.eqb_spec k l); [subst; apply shape_unit; assumption|apply shape_zero].
    - unfold msum. rewrite (sum_single lo hi l); [rewrite Z.eqb_refl; reflexivity|exact Hl|].
      intros k Hk Hne. destruct (Z.eqb_spec k l); [lia|]. rewrite mmul_zero_l, mmul_zero_r. reflexivity. }
  pose proof (HD _ _ _ (fun u => shape_chain cols (put W l i j u) hi lo ltac:(lia) (Hput u)) C) as P.
  cbv beta in P. rewrite put_here, inner_adjoint, inner_unit in P; [exact P| |].
  - assert (cols (l + 1) <= Nmax)%Z by (apply Hn; lia). lia.
  - assert (cols l <= Nmax)%Z by (apply Hn; lia). lia.
Qed.
Lemma inner_sym A B : inner A B = inner B A.
Proof. apply sum_ext; intros; apply sum_ext; intros; ring. Qed.
Lemma gradient_norms W l i j hi lo : (lo <= l <= hi)%Z -> (1 <= i <= Nmax)%Z -> (1 <= j <= Nmax)%Z ->
  is_derive (fun x => sum lo hi (fun k => norm (put W l i j x k) ^ 2)) (W l i j) (2 * W l i j).
Proof.
  intros Hl Hi Hj.
  replace (2 * W l i j) with (sum lo hi (fun k => 2 * inner (W k) (if (k =? l)%Z then unit_at i j else mzero))).
  - apply (sD_sum lo hi (fun x k => norm (put W l i j x k) ^ 2)). intros k Hk.
    pose proof (sD_norm2 (fun x => put W l i j x k) (W l i j) _ (isD_put W l i j (W l i j) k)) as P.
    cbv beta in P. rewrite put_here in P. exact P.
  - rewrite (sum_single lo hi l); [rewrite Z.eqb_refl, inner_unit by assumption; reflexivity|exact Hl|].
    intros k _ Hk. destruct (Z.eqb_spec k l); [lia|].
    replace (inner (W k) mzero) with 0; [ring|]. symmetry. apply sum_zero; intros; apply sum_zero; intros. unfold mzero. ring.
Qed.
Lemma isD_entries m n (X : R -> mat) t V : (forall u, shape m n (X u)) -> shape m n V ->
  (forall i j, (1 <= i <= m)%Z -> (1 <= j <= n)%Z -> is_derive (fun u => X u i j) t (V i j)) -> isD X t V.
Proof.
  intros HX HV H i j.
  destruct (Z_le_dec 1 i), (Z_le_dec i m), (Z_le_dec 1 j), (Z_le_dec j n); try (apply H; lia);
  rewrite HV by lia; (apply (sD_ext (fun _ => 0)); [intros u; rewrite HX by lia; reflexivity|apply sD_const]).
Qed.

Lemma madd_at A B i j : madd A B i j = A i j + B i j. Proof. reflexivity. Qed.
Lemma mopp_at A i j : mopp A i j = - A i j. Proof. reflexivity. Qed.
Lemma mscal_at c A i j : mscal c A i j = c * A i j. Proof. reflexivity. Qed.
Lemma mzero_at i j : mzero i j = 0. Proof. reflexivity. Qed.
Opaque sum prod madd mopp mscal mzero mtr mmul ident msum trace inner norm mpow chain det2 mat2 adj2 D.

(* ---- tactics: nothing here is trusted, Coq checks what they build ---- *)
(* Facts of the claim at hand; redefined below. *)
Ltac leaf_shape := fail.
Ltac leaf_size := fail.
Ltac leaf_bound := fail.
Ltac leaf_rate := fail.
Ltac leaf_unfold := idtac.

Ltac same := cbv beta; first [reflexivity | lia | (f_equal; same)].
Ltac size := cbv beta; first [lia | leaf_size].
Ltac shp :=
  cbv beta;
  lazymatch goal with
  | |- shape _ _ (mmul _ _) => eapply shape_mul; shp
  | |- shape _ _ (madd _ _) => eapply shape_add; shq
  | |- shape _ _ (mopp _) => eapply shape_opp; shp
  | |- shape _ _ (mscal _ _) => eapply shape_scal; shp
  | |- shape _ _ (mtr _) => eapply shape_tr; shp
  | |- shape _ _ (ident _) => eapply shape_ident
  | |- shape _ _ (mpow _ _ _) => eapply shape_pow; shq
  | |- shape _ _ mzero => eapply shape_zero
  | |- shape _ _ (chain ?c ?W ?h ?l) => eapply (shape_chain c W h l); [lia|intros; shq]
  | |- shape _ _ (msum _ _ _) => eapply shape_msum; intros; shq
  | |- shape _ _ (mat2 _ _ _ _) => eapply shape_mat2
  | |- shape _ _ (adj2 _) => eapply shape_adj2
  | |- shape _ _ _ => first [eassumption | leaf_shape | solve [eauto 3]]
  end
with shq := first [solve [eapply shape_eq; [shp | same | same]] | shp].

Ltac mder :=
  cbv beta;
  lazymatch goal with
  | |- isD (fun _ => ?A) _ _ => eapply isD_const
  | |- isD (fun u => mmul (@?A u) (@?B u)) ?t _ => eapply (isD_mul A B t); [mder|mder]
  | |- isD (fun u => madd (@?A u) (@?B u)) ?t _ => eapply (isD_add A B t); [mder|mder]
  | |- isD (fun u => mopp (@?A u)) ?t _ => eapply (isD_opp A t); mder
  | |- isD (fun u => mscal (@?c u) (@?A u)) ?t _ => eapply (isD_scal c A t); [sder|mder]
  | |- isD (fun u => mtr (@?A u)) ?t _ => eapply (isD_tr A t); mder
  | |- isD (fun u => msum ?a ?b (@?f u)) ?t _ => eapply (isD_msum a b f t); intros; mder
  | |- isD (fun u => chain ?c (@?W u) ?h ?l) ?t _ =>
      eapply (isD_chain c W h l t); [lia|intros; shq|intros; mder|intros; cbv beta; size|intros; cbv beta; shq]
  | |- isD _ _ _ => leaf_rate
  end
with sder :=
  cbv beta;
  lazymatch goal with
  | |- is_derive (fun _ => ?a) _ _ => eapply sD_const
  | |- is_derive (fun u => norm (@?A u) ^ 2) ?t _ => eapply (sD_norm2 A t); mder
  | |- is_derive (fun u => Rplus (@?f u) (@?g u)) ?t _ => eapply (sD_plus f g t); [sder|sder]
  | |- is_derive (fun u => Rminus (@?f u) (@?g u)) ?t _ => eapply (sD_minus f g t); [sder|sder]
  | |- is_derive (fun u => Rmult (@?f u) (@?g u)) ?t _ => eapply (sD_mult f g t); [sder|sder]
  | |- is_derive (fun u => Ropp (@?f u)) ?t _ => eapply (sD_opp f t); sder
  | |- is_derive (fun u => (@?f u) ^ 2) ?t _ => eapply (sD_pow2 f t); sder
  | |- is_derive (fun u => sum ?a ?b (@?f u)) ?t _ => eapply (sD_sum a b f t); intros; sder
  | |- is_derive (fun u => trace (@?A u)) ?t _ => eapply (sD_trace A t); mder
  | |- is_derive (fun u => inner (@?A u) (@?B u)) ?t _ => eapply (sD_inner A B t); [mder|mder]
  | |- is_derive (fun u => det2 (@?A u)) ?t _ => eapply (sD_det2 A t); mder
  | |- is_derive _ _ _ => first [leaf_rate | (eapply sD_entry; mder)]
  end.

(* Hides a right side that is still unknown, so that rewriting leaves it alone. *)
Ltac aside := match goal with |- _ = ?rhs => let r := fresh "aside" in set (r := rhs) end.
Ltac back := match goal with r := _ |- _ = ?r' => constr_eq r r'; subst r; reflexivity end.
(* Carries out derivatives in the goal, also below sums. *)
Ltac rates :=
  repeat (match goal with
  | |- context [D ?X ?t] => let H := fresh in eassert (H : isD X t _) by mder; rewrite (isD_eq X t _ H); clear H
  | |- context [Derive ?f ?t] => let H := fresh in eassert (H : is_derive f t _) by sder; rewrite (is_derive_unique f t _ H); clear H
  | |- context [msum ?a ?b ?f] => match f with context [D] => erewrite (msum_ext a b f) by (intros; aside; rates; back) end
  | |- context [sum ?a ?b ?f] => match f with context [D] => erewrite (sum_ext a b f) by (intros; aside; rates; back) end
  end; cbv beta).

(* Chains whose ends differ by one or two are brought to the shortest of them. *)
Ltac syntactic_neq a b := tryif constr_eq a b then fail else idtac.
Ltac chain_step :=
  match goal with
  | |- context [chain ?c ?W ?h ?a] =>
      first
      [ let H := fresh in assert (H : (h < a)%Z) by lia; rewrite (chain_empty c W h a H); clear H; cbv beta
      | (tryif constr_eq h a then idtac else (let H := fresh in assert (H : h = a) by lia; rewrite H; clear H));
        rewrite (chain_one c W a) by (cbv beta; first [shq | size]) ]
  | |- context [chain ?c ?W ?h ?a] =>
      match goal with |- context [chain c W ?h' ?b] =>
        first
        [ syntactic_neq a b; constr_eq h h';
          first
          [ let H := fresh in assert (H : b = a) by lia; rewrite H; clear H
          | let H := fresh in assert (H : b = (a + 1)%Z \/ b = (a + 2)%Z) by lia; clear H;
            rewrite (chain_bottom c W h a) by (intros; cbv beta; first [lia | shq | size]);
            try replace (a + 1)%Z with b by lia ]
        | syntactic_neq h h'; constr_eq a b;
          first
          [ let H := fresh in assert (H : h' = h) by lia; rewrite H; clear H
          | let H := fresh in assert (H : h' = (h + 1)%Z \/ h' = (h + 2)%Z) by lia; clear H;
            rewrite (chain_top c W h' a) by lia; try replace (h' - 1)%Z with h by lia ] ]
      end
  end.
Ltac zclean := repeat match goal with
  | |- context [(?x + ?a - ?a)%Z] => replace (x + a - a)%Z with x by lia
  | |- context [(?x - ?a + ?a)%Z] => replace (x - a + a)%Z with x by lia
  end.
Ltac chains := zclean; repeat (chain_step; zclean).

Ltac push := repeat first
  [ rewrite mmul_assoc | rewrite mmul_add_l | rewrite mmul_add_r | rewrite mmul_opp_l | rewrite mmul_opp_r
  | rewrite mmul_scal_l | rewrite mmul_scal_r | rewrite mmul_zero_l | rewrite mmul_zero_r
  | rewrite mmul_msum_l | rewrite mmul_msum_r
  | rewrite mtr_mul | rewrite mtr_add | rewrite mtr_opp | rewrite mtr_scal | rewrite mtr_zero | rewrite mtr_ident
  | rewrite mtr_msum | rewrite mtr_tr
  | rewrite trace_add | rewrite trace_opp | rewrite trace_scal | rewrite trace_zero | rewrite trace_msum
  | progress cbv beta ].
Ltac idents := repeat match goal with
  | |- context [mmul (ident ?n) ?A] =>
      let H := fresh in eassert (H : mmul (ident n) A = A) by (eapply mmul_ident_l; [shq|size]); rewrite H; clear H
  | |- context [mmul ?A (ident ?n)] =>
      let H := fresh in eassert (H : mmul A (ident n) = A) by (eapply mmul_ident_r; [shq|size]); rewrite H; clear H
  end.
Ltac gram A B k :=
  let H := fresh in
  eassert (H : mmul A (mpow _ (mmul B A) k) = mmul (mpow _ (mmul A B) k) A) by (eapply mpow_shift; [shq|shq|size|size]).
Ltac power_step := match goal with
  | |- context [mpow ?n ?M 0%Z] => rewrite (mpow_0 n M)
  | |- context [mpow ?n ?M 1%Z] => rewrite (mpow_1 n M) by first [shq | size]
  | |- context [mtr (mpow ?n ?M ?k)] => rewrite (mtr_pow n M k) by first [shq | size]
  (* A (B A)^k = (A B)^k A *)
  | |- context [mmul ?A (mpow ?n (mmul ?B ?A) ?k)] => erewrite (mpow_shift _ n A B k) by first [shq | size]
  | |- context [mmul ?A (mmul (mpow ?n (mmul ?B ?A) ?k) ?X)] =>
      rewrite <- (mmul_assoc A (mpow n (mmul B A) k) X); erewrite (mpow_shift _ n A B k) by first [shq | size]; rewrite !mmul_assoc
  (* (A B)^k A B = (A B)^(k+1) *)
  | |- context [mmul (mpow ?n (mmul ?A ?B) ?k) (mmul ?A ?B)] =>
      rewrite <- (mpow_comm n (mmul A B) k) by first [shq | size]; rewrite <- (mpow_succ n (mmul A B) k) by lia
  | |- context [mmul (mpow ?n (mmul ?A ?B) ?k) (mmul ?A (mmul ?B ?X))] =>
      rewrite <- (mmul_assoc A B X), <- (mmul_assoc (mpow n (mmul A B) k) (mmul A B) X),
        <- (mpow_comm n (mmul A B) k) by first [shq | size]; rewrite <- (mpow_succ n (mmul A B) k) by lia
  | |- context [mmul (mpow ?n ?M ?a) (mpow ?n ?M ?b)] => rewrite (mpow_add n M a b) by first [lia | shq | size]
  | |- context [mmul (mpow ?n ?M ?a) (mmul (mpow ?n ?M ?b) ?X)] =>
      rewrite <- (mmul_assoc (mpow n M a) (mpow n M b) X), (mpow_add n M a b) by first [lia | shq | size]
  | |- context [mpow ?n ?M ?a] => match goal with |- context [mpow n M ?b] =>
      syntactic_neq a b; let H := fresh in assert (H : a = b) by lia; rewrite H; clear H end
  end.
Ltac words := repeat (first [progress push | progress idents | power_step]).

Ltac entry_ring := apply mext; let i := fresh "i" in let j := fresh "j" in intros i j; repeat first [rewrite madd_at | rewrite mopp_at | rewrite mscal_at | rewrite mzero_at]; first [ring | field].
Ltac sums := repeat match goal with
  | |- context [msum ?a ?b ?f] => progress (erewrite (msum_ext a b f) by (intros; aside; words; back))
  end; repeat first [rewrite msum_add | rewrite msum_opp | rewrite msum_scal].
Ltac rotate n := first
  [ reflexivity
  | match n with S ?p => rewrite trace_cyclic, ?mmul_assoc; rotate p end ].
Ltac turned := first [rotate 8%nat | rewrite <- trace_tr; words; rotate 8%nat].
Ltac traces := repeat match goal with
  | |- context [trace ?X] => match goal with |- context [trace ?Y] =>
      syntactic_neq X Y; let H := fresh in assert (H : trace X = trace Y) by turned; rewrite H; clear H end
  end.

Lemma sD_eq (f : R -> R) (t a b : R) : is_derive f t a -> a = b -> is_derive f t b. Proof. intros H <-. exact H. Qed.
Lemma in_range (x b c : Z) : (1 <= x <= b)%Z -> b = c -> (1 <= x <= c)%Z. Proof. intros H <-. exact H. Qed.
Lemma det2_at A : det2 A = A 1%Z 1%Z * A 2%Z 2%Z - A 1%Z 2%Z * A 2%Z 1%Z. Proof. reflexivity. Qed.
Lemma mtr_at A i j : mtr A i j = A j i. Proof. reflexivity. Qed.
Lemma mat2_11 a b c e : mat2 a b c e 1%Z 1%Z = a. Proof. reflexivity. Qed.
Lemma mat2_12 a b c e : mat2 a b c e 1%Z 2%Z = b. Proof. reflexivity. Qed.
Lemma mat2_21 a b c e : mat2 a b c e 2%Z 1%Z = c. Proof. reflexivity. Qed.
Lemma mat2_22 a b c e : mat2 a b c e 2%Z 2%Z = e. Proof. reflexivity. Qed.
Lemma adj2_11 A : adj2 A 1%Z 1%Z = A 2%Z 2%Z. Proof. reflexivity. Qed.
Lemma adj2_12 A : adj2 A 1%Z 2%Z = - A 1%Z 2%Z. Proof. reflexivity. Qed.
Lemma adj2_21 A : adj2 A 2%Z 1%Z = - A 2%Z 1%Z. Proof. reflexivity. Qed.
Lemma adj2_22 A : adj2 A 2%Z 2%Z = A 1%Z 1%Z. Proof. reflexivity. Qed.
Lemma ident2_11 : ident 2 1%Z 1%Z = 1. Proof. reflexivity. Qed.
Lemma ident2_12 : ident 2 1%Z 2%Z = 0. Proof. reflexivity. Qed.
Lemma ident2_21 : ident 2 2%Z 1%Z = 0. Proof. reflexivity. Qed.
Lemma ident2_22 : ident 2 2%Z 2%Z = 1. Proof. reflexivity. Qed.
Lemma abs_cases x : Rabs x = x \/ Rabs x = - x.
Proof. unfold Rabs. destruct (Rcase_abs x); auto. Qed.
Lemma absurd_ge a b : (0 < b - a -> False) -> a >= b. Proof. intros H. apply Rnot_lt_ge. intro. apply H. lra. Qed.
Lemma absurd_le a b : (0 < a - b -> False) -> a <= b. Proof. intros H. apply Rnot_lt_le. intro. apply H. lra. Qed.
Lemma absurd_gt a b : (0 <= b - a -> False) -> a > b. Proof. intros H. apply Rnot_le_gt. intro. apply H. lra. Qed.
Lemma absurd_lt a b : (0 <= a - b -> False) -> a < b. Proof. intros H. apply Rnot_le_lt. intro. apply H. lra. Qed.

(* Equality up to integer arithmetic in indices. *)
Ltac zexact H := first
  [ exact H
  | let T := type of H in lazymatch goal with |- ?G =>
      let E := fresh in assert (E : T = G) by (f_equal; same); exact (eq_ind T (fun p => p) H G E) end ].
Ltac zparts H := lazymatch goal with
  | |- _ /\ _ => let A := fresh in let B := fresh in destruct H as [A B]; split; [zparts A|zparts B]
  | |- _ => zexact H
  end.
Ltac casts := rewrite ?plus_IZR, ?minus_IZR, ?mult_IZR, ?opp_IZR in *.
Ltac nonzero := repeat split; first [assumption | lra | (intro; lra) | (apply not_0_IZR; lia) | nra | (intro; nra)].
Ltac entries2 := repeat first
  [ rewrite det2_at | rewrite mtr_at | rewrite madd_at | rewrite mopp_at | rewrite mscal_at | rewrite mzero_at
  | rewrite mat2_11 | rewrite mat2_12 | rewrite mat2_21 | rewrite mat2_22
  | rewrite adj2_11 | rewrite adj2_12 | rewrite adj2_21 | rewrite adj2_22
  | rewrite ident2_11 | rewrite ident2_12 | rewrite ident2_21 | rewrite ident2_22
  | rewrite norm_sqr
  | match goal with
    | |- context [mmul ?A ?B ?i ?j] => rewrite (mmul2 A B i j) by first [size | (eapply shape_eq; [shp | same | same])]
    | |- context [trace ?A] => rewrite (trace2 A) by first [size | (eapply shape_eq; [shp | same | same])]
    | |- context [inner ?A ?B] => rewrite (inner2 A B) by first [size | (eapply shape_eq; [shp | same | same])]
    end ].
Ltac roots := repeat match goal with
  | |- context [sqrt ?x ^ 2] => rewrite (pow2_sqrt x) by first [assumption | lra | nra]
  end.
Ltac absolutes := rewrite ?Rabs_Ropp; repeat match goal with
  | |- context [Rabs ?x] => let H := fresh in destruct (abs_cases x) as [H|H]; rewrite H; clear H
  end.
Ltac close_ring := first [ring | (field; nonzero) | (casts; first [ring | (field; nonzero)])].
(* An equation of numbers. *)
Ltac scalar := leaf_unfold; first [close_ring | (entries2; roots; first [close_ring | (rewrite ?Rabs_Ropp; close_ring) | (absolutes; close_ring)])].

Ltac scalar_identity :=
  first [ close_ring | (chains; words; rewrite ?norm_sqr, ?inner_trace; words; first [close_ring | (traces; close_ring)]) | scalar ].
Ltac matrix_identity := chains; words; first [reflexivity | entry_ring | (sums; entry_ring)].
Ltac matrix2_identity := apply mext2; [shq | shq | scalar | scalar | scalar | scalar].
Ltac identity :=
  intros; first [reflexivity | lia | idtac]; leaf_unfold; rates; leaf_unfold;
  lazymatch goal with
  | |- @eq R _ _ => first [scalar_identity | scalar]
  | |- _ => first [matrix_identity | matrix2_identity]
  end.
Ltac links := first [assumption | lra | lia | (casts; lra)].
Ltac congruent Q :=
  cbv beta;
  first
  [ reflexivity | exact Q | solve [eapply Q; first [assumption | lia]]
  | (apply sum_ext; intros; congruent Q)
  | (apply msum_ext; intros; congruent Q)
  | (match goal with |- but ?e _ _ ?k = _ => unfold but; destruct (Z.eqb_spec k e); [reflexivity | congruent Q] end)
  | (progress f_equal; congruent Q) ].
Ltac rewritten C := refine (eq_trans _ (eq_trans C _)); identity.
Ltac positive := first
  [ assumption | lra
  | lazymatch goal with
    | |- _ >= _ => apply Rle_ge; positive
    | |- _ > _ => apply Rlt_gt; positive
    | |- 0 <= Rabs _ => apply Rabs_pos
    | |- 0 <= norm _ => apply norm_nonneg
    | |- 0 <= inner ?A ?A => apply inner_nonneg
    | |- 0 <= sqrt _ => apply sqrt_pos
    | |- 0 < exp _ => apply exp_pos
    | |- 0 <= _ ^ 2 => apply pow2_ge_0
    | |- 0 < / _ => apply Rinv_0_lt_compat; positive
    | |- 0 <= / _ => apply Rlt_le, Rinv_0_lt_compat; positive
    | |- 0 < _ * _ => apply Rmult_lt_0_compat; positive
    | |- 0 <= _ * _ => apply Rmult_le_pos; positive
    | |- 0 < _ / _ => unfold Rdiv; apply Rmult_lt_0_compat; positive
    | |- 0 <= _ / _ => unfold Rdiv; apply Rmult_le_pos; positive
    | |- 0 <= _ + _ => apply Rplus_le_le_0_compat; positive
    | |- 0 < _ ^ _ => apply pow_lt; positive
    | |- 0 <= _ ^ _ => apply pow_le; positive
    end ].
Ltac parts := repeat match goal with H : ?A /\ ?B |- _ =>
  lazymatch goal with _ : A, _ : B |- _ => fail | |- _ => pose proof (proj1 H); pose proof (proj2 H) end end.
Ltac arithmetic := parts; first
  [ assumption | lia | lra | positive | (leaf_unfold; positive) | nra
  | (apply Rle_ge, Rminus_le_0; positive) | (casts; lra)
  | (leaf_unfold; entries2; nra) ].
Ltac constraint P := first [lra | (leaf_unfold; lra)
  | (first [apply IZR_le in P | apply IZR_lt in P | apply IZR_ge in P | apply Z.gt_lt, IZR_lt in P]; casts; lra)].
Ltac product := first [assumption | lra | apply pow2_ge_0 | (apply Rlt_le; assumption) | (apply Rmult_le_pos; product)].
Ltac positive_product := first [assumption | lra | (apply Rmult_lt_0_compat; positive_product)].
Ltac absurd_sum := lra.
Ltac either := first [lra | lia
  | match goal with |- ?a = ?b \/ _ => destruct (Req_dec a b); [left; assumption | right; assumption] end
  | match goal with |- ?a <> ?b \/ _ => destruct (Req_dec a b); [right; assumption | left; assumption] end
  | match goal with |- ?r ?a ?b \/ _ => destruct (Rle_or_lt a b); [first [left; lra | right; lra] | first [left; lra | right; lra]] end].
Ltac moves := intros; cbv beta; leaf_unfold; lazymatch goal with
  | |- exists V, isD _ _ V => eexists; mder
  | |- ex_derive _ _ => eexists; sder
  | |- continuous (fun _ => ?a) _ => apply continuous_const
  | |- continuous _ _ => apply (ex_derive_continuous (V := R_NormedModule)); eexists; sder
  end.
Ltac imported := cbv beta; first [assumption | lia | lra | leaf_bound | (intros; cbv beta; leaf_unfold; shq) | solve [intros; size] | moves].
Ltac premise P := cbv beta; first [exact P | (leaf_unfold; exact P) | (intros; zexact P) | (refine (eq_trans _ (eq_trans P _)); identity)].
Ltac conclusion Q := cbv beta; first [exact Q | (leaf_unfold; exact Q) | zparts Q | (refine (eq_trans _ (eq_trans Q _)); identity)].
Ltac differentiated c Q := revert Q; leaf_unfold; rates; intro Q;
  lazymatch goal with
  | |- @eq R ?a ?b => match type of Q with ?l = ?r => let H := fresh in assert (H : a - b = c * (l - r)) by (first [close_ring | scalar_identity]); rewrite Q in H; lra end
  | |- _ => first [exact Q | (refine (eq_trans _ (eq_trans Q _)); identity)]
  end.
Ltac within := cbv beta; match goal with H : (1 <= ?x <= _)%Z |- (1 <= ?x <= _)%Z => apply (in_range _ _ _ H); same end.
Ltac bounded := match goal with H : (1 <= ?x <= ?b)%Z |- (1 <= ?x <= Nmax)%Z =>
  let B := fresh in assert (B : (b <= Nmax)%Z) by size; lia end.
Ltac descend flow gradient :=
  intros; eapply isD_entries; [intros; leaf_shape | shq |];
  let i := fresh "i" in let j := fresh "j" in let Hi := fresh "Hi" in let Hj := fresh "Hj" in intros i j Hi Hj; rewrite mopp_at, ?madd_at, ?mscal_at;
  match goal with |- is_derive _ ?t _ =>
    eapply (eq_ind _ (fun v => is_derive _ t (- v))); [apply flow; assumption |] end;
  apply is_derive_unique;
  first [ chain_part gradient | (eapply sD_plus; [chain_part gradient | decay_part]) ]
with chain_part gradient :=
  apply (gradient_chain _ _ _ _ _ _ _ _ _ _ _ gradient);
  [same | same | lia | intros; cbv beta; shq | intros; size
  | within | within]
with decay_part :=
  eapply sD_eq; [eapply sD_mult; [apply sD_const | apply gradient_norms; first [lia | bounded]] | cbv beta; ring].
