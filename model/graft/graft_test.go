package graft_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/model/graft"
)

type attrs map[string]any

// declare adds a managed resource. Its type is read from the address, its place is a line of its own, and
// its attributes may be values, strings, bools, or attrs and lists of them.
func declare(s *model.Scope, address string, body attrs) *model.Resource {
	typ, _, _ := strings.Cut(address[strings.LastIndex(address, "aws_"):], ".")
	line := int32(len(s.Resources) + 1)
	at := model.Range{File: "main.tf", Start: model.Pos{Line: line, Column: 1}}
	r := &model.Resource{Type: typ, Address: address, Mode: model.Managed, Location: at}
	r.Body = written(body, model.Origin{Range: at, Resource: r})
	s.Add(r)
	return r
}

func written(data any, at model.Origin) model.Value {
	switch data := data.(type) {
	case model.Value:
		data.Origin = at
		return data
	case []attrs:
		var list []model.Value
		for _, e := range data {
			list = append(list, written(e, at))
		}
		return model.List(list, at)
	case []string:
		var list []model.Value
		for _, e := range data {
			list = append(list, written(e, at))
		}
		return model.List(list, at)
	case attrs:
		object := make(map[string]model.Value)
		for name, v := range data {
			below := at
			below.Name = strings.TrimPrefix(at.Name+"."+name, ".")
			object[name] = written(v, below)
		}
		return model.Object(object, at)
	case bool:
		return model.Flag(data, at)
	}
	return model.Text(data.(string), at)
}

// unresolved is an unknown value; equal keys mean equal expressions.
func unresolved(key string) model.Value {
	v := model.Undecided("depends on "+key, model.Origin{})
	v.Why.Key = key
	return v
}

func refer(r *model.Resource, path, to string, exact bool) *model.Resource {
	r.Refs = append(r.Refs, model.Ref{Path: path, To: to, Attr: "id", Exact: exact})
	return r
}

// versioning declares a companion of an S3 bucket.
func versioning(s *model.Scope, address, status string, bucket any) *model.Resource {
	return declare(s, address, attrs{
		"bucket":                   bucket,
		"versioning_configuration": []attrs{{"status": status}},
	})
}

// versioningOf declares one that refers to its bucket exactly.
func versioningOf(s *model.Scope, address, status, bucket string) *model.Resource {
	return refer(versioning(s, address, status, unresolved(bucket+".id")), "bucket", bucket, true)
}

func perhaps(r *model.Resource, condition string) *model.Resource {
	r.Doubtful, r.Condition = true, condition
	return r
}

const status = "versioning.versioning_configuration.status"

func enabled(r *model.Resource) model.Truth { return r.At(status).Is("Enabled") }

func fold(t *testing.T, s *model.Scope) diag.List {
	t.Helper()
	diags := graft.Fold(s)
	if diags.HasErrors() {
		t.Errorf("errors: %v", diags)
	}
	return diags
}

func foldQuietly(t *testing.T, s *model.Scope) {
	t.Helper()
	if diags := fold(t, s); len(diags) > 0 {
		t.Errorf("diagnostics: %v", diags)
	}
}

func want[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func TestWhatAProviderSplitsIsFoldedOntoItsOwnerByTable(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", nil)
	v := versioningOf(s, "aws_s3_bucket_versioning.v", "Enabled", b.Address)
	group := declare(s, "aws_security_group.g", nil)
	for _, port := range []string{"22", "443"} {
		refer(declare(s, "aws_security_group_rule.r"+port, attrs{"from_port": port}), "security_group_id", group.Address, true)
	}
	foldQuietly(t, s)
	want(t, "enabled", enabled(b), model.Yes)
	want(t, "owner", v.Owner, b)
	var ports []string
	for port := range group.Within("rule", "from_port") {
		ports = append(ports, port.String())
	}
	want(t, "ports", strings.Join(ports, " "), "22 443")
}

func TestABucketHasOneShapeWhateverItWasReadFrom(t *testing.T) {
	s := &model.Scope{}
	inline := declare(s, "aws_s3_bucket.inline", attrs{"versioning": []attrs{{"enabled": true}}})
	split := declare(s, "aws_s3_bucket.split", nil)
	versioningOf(s, "aws_s3_bucket_versioning.v", "Enabled", split.Address)
	template := declare(s, "Bucket.aws_s3_bucket.Bucket", nil)
	template.Address = "Bucket"
	versioningOf(s, "Bucket.aws_s3_bucket_versioning.Versioning", "Enabled", "Bucket").Address = "Bucket/VersioningConfiguration"
	foldQuietly(t, s)
	for _, r := range []*model.Resource{inline, split, template} {
		want(t, r.Address, enabled(r), model.Yes)
	}
}

func TestEveryValueKeepsItsOwnPlace(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", attrs{"acl": "private"})
	v := versioningOf(s, "aws_s3_bucket_versioning.v", "Enabled", b.Address)
	fold(t, s)
	at := b.At(status).Origin
	want(t, "resource", at.Resource, v)
	want(t, "line", at.Start.Line, 2)
	want(t, "name", at.Name, "versioning_configuration.status")
	want(t, "inline resource", b.At("acl.acl").Origin.Resource, b)
	want(t, "inline name", b.At("acl.acl").Origin.Name, "acl")
}

func TestCompanionsStayResourcesOfTheirOwn(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", nil)
	v := versioningOf(s, "aws_s3_bucket_versioning.v", "Enabled", b.Address)
	foldQuietly(t, s)
	want(t, "still there", slices.Contains(s.OfType("aws_s3_bucket_versioning"), v), true)
	want(t, "judged", v.At("versioning_configuration.status").Is("Enabled"), model.Yes)
}

func TestTheGraftedPlaceHasTheCompanionsShape(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", nil)
	v := versioningOf(s, "aws_s3_bucket_versioning.v", "Enabled", b.Address)
	foldQuietly(t, s)
	want(t, "same", model.Same(b.Folded.Named("versioning"), v.Body), true)
}

func TestOwnerByExactReferenceByInstance(t *testing.T) {
	s := &model.Scope{}
	a := declare(s, `aws_s3_bucket.b["a]"]`, nil)
	b := declare(s, `aws_s3_bucket.b["b"]`, nil)
	versioningOf(s, `aws_s3_bucket_versioning.v["a]"]`, "Enabled", a.Address)
	versioningOf(s, `aws_s3_bucket_versioning.v["b"]`, "Suspended", b.Address)
	foldQuietly(t, s)
	want(t, "a", enabled(a), model.Yes)
	want(t, "b", enabled(b), model.No)
}

func TestOwnerByExactReferenceToAWholeBlockIsEveryInstance(t *testing.T) {
	s := &model.Scope{}
	a := declare(s, "module.m[0].aws_s3_bucket.b[0]", nil)
	b := declare(s, "module.m[0].aws_s3_bucket.b[1]", nil)
	other := declare(s, "module.m[1].aws_s3_bucket.b[0]", nil)
	v := versioningOf(s, "module.m[0].aws_s3_bucket_versioning.v", "Enabled", "module.m[0].aws_s3_bucket.b")
	foldQuietly(t, s)
	want(t, "a", enabled(a), model.Yes)
	want(t, "b", enabled(b), model.Yes)
	want(t, "other module", enabled(other), model.No)
	want(t, "no single owner", v.Owner, nil)
}

func TestOwnerBySymbolicInstance(t *testing.T) {
	s := &model.Scope{}
	b := perhaps(declare(s, "aws_s3_bucket.b[*]", nil), "for_each var.buckets")
	perhaps(versioningOf(s, "aws_s3_bucket_versioning.v[*]", "Enabled", b.Address), "for_each var.buckets")
	foldQuietly(t, s)
	want(t, "each by each", enabled(b), model.Yes)

	s = &model.Scope{}
	b = perhaps(declare(s, "aws_s3_bucket.b[*]", nil), "")
	versioningOf(s, "aws_s3_bucket_versioning.v", "Enabled", "aws_s3_bucket.b[0]")
	foldQuietly(t, s)
	want(t, "one of those it stands for", enabled(b), model.Maybe)

	s = &model.Scope{}
	a, b := declare(s, "aws_s3_bucket.b[0]", nil), declare(s, "aws_s3_bucket.b[1]", nil)
	versioningOf(s, "aws_s3_bucket_versioning.v", "Enabled", "aws_s3_bucket.b[*]")
	foldQuietly(t, s)
	want(t, "any of the known", enabled(a), model.Maybe)
	want(t, "any of the known", enabled(b), model.Maybe)
}

func TestOwnerThroughAnotherCompanion(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", nil)
	acl := refer(declare(s, "aws_s3_bucket_acl.acl", attrs{"acl": "private"}), "bucket", b.Address, true)
	v := versioningOf(s, "aws_s3_bucket_versioning.v", "Enabled", acl.Address)
	refer(v, "bucket", b.Address, true) // a value brings the references of what it was taken from
	foldQuietly(t, s)
	want(t, "enabled", enabled(b), model.Yes)
	want(t, "owner", v.Owner, b)
}

func TestOwnerByEqualKnownValues(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", attrs{"bucket": "logs"})
	other := declare(s, "aws_s3_bucket.other", attrs{"bucket": "data"})
	v := versioning(s, "aws_s3_bucket_versioning.v", "Enabled", "logs")
	topic := declare(s, "aws_sns_topic.t", attrs{"arn": "arn:aws:sns:eu-west-1:1:t"})
	declare(s, "aws_sns_topic_policy.p", attrs{"arn": "arn:aws:sns:eu-west-1:1:t", "policy": "{}"})
	foldQuietly(t, s)
	want(t, "enabled", enabled(b), model.Yes)
	want(t, "other", enabled(other), model.No)
	want(t, "owner", v.Owner, b)
	want(t, "by arn", topic.At("policy.policy").Is("{}"), model.Yes)
}

func TestOneNameOfSeveralOwners(t *testing.T) {
	s := &model.Scope{}
	a := declare(s, "aws_cloudwatch_log_group.a", attrs{"name": "app"})
	b := declare(s, "aws_cloudwatch_log_group.b", attrs{"name": "app"})
	p := declare(s, "aws_cloudwatch_log_data_protection_policy.p", attrs{"log_group_name": "app", "policy_document": "{}"})
	foldQuietly(t, s)
	for _, r := range []*model.Resource{a, b} {
		want(t, r.Address, r.At("data_protection_policy.policy_document").IsSet(), model.Maybe)
	}
	want(t, "owner", p.Owner, nil)

	s = &model.Scope{}
	a = perhaps(declare(s, "aws_s3_bucket.a", attrs{"bucket": "n"}), "var.c")
	b = perhaps(declare(s, "aws_s3_bucket.b", attrs{"bucket": "n"}), "!var.c")
	versioning(s, "aws_s3_bucket_versioning.v", "Enabled", "n")
	foldQuietly(t, s)
	want(t, "in turns", enabled(a), model.Yes)
	want(t, "in turns", enabled(b), model.Yes)
}

func TestOwnerBySameUnresolvedExpression(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", attrs{"bucket": unresolved("var.name")})
	other := declare(s, "aws_s3_bucket.other", attrs{"bucket": unresolved("var.other")})
	v := versioning(s, "aws_s3_bucket_versioning.v", "Enabled", unresolved("var.name"))
	versioning(s, "aws_s3_bucket_versioning.keyless", "Suspended", unresolved(""))
	foldQuietly(t, s)
	want(t, "enabled", enabled(b), model.Yes)
	want(t, "other", enabled(other), model.No)
	want(t, "owner", v.Owner, b)
}

func TestOwnerByPartialReferenceMakesOnlyTheCandidatesUnknown(t *testing.T) {
	s := &model.Scope{}
	a, b := declare(s, "aws_s3_bucket.a", nil), declare(s, "aws_s3_bucket.b", nil)
	other := declare(s, "aws_s3_bucket.other", nil)
	v := versioning(s, "aws_s3_bucket_versioning.v", "Enabled", unresolved(""))
	refer(refer(v, "bucket", a.Address, false), "bucket", b.Address, false)
	refer(v, "mfa", other.Address, true)
	foldQuietly(t, s)
	want(t, "a", enabled(a), model.Maybe)
	want(t, "b", enabled(b), model.Maybe)
	want(t, "other", enabled(other), model.No)
	want(t, "owner", v.Owner, nil)
	if why := a.At(status).Why; why == nil || !strings.Contains(why.Reason, v.Address) {
		t.Errorf("the reason does not name the companion: %+v", why)
	}
}

// Where nobody could list companions there may be one of each owner.
func TestUnseenCompanionsMayBeAnyones(t *testing.T) {
	s := &model.Scope{}
	bucket := declare(s, "aws_s3_bucket.a", attrs{"bucket": "a"})
	s.Add(&model.Resource{
		Type: "aws_s3_bucket_versioning", Address: "v", Mode: model.Managed, Doubtful: true, Body: model.Undecided("it was denied", model.Origin{}),
	})
	foldQuietly(t, s)
	want(t, "versioning", enabled(bucket), model.Maybe)
	want(t, "policy", bucket.At("policy").IsSet(), model.No)
}

func TestAnARNThatIsPutTogetherFromANameMeansItsBearer(t *testing.T) {
	s := &model.Scope{}
	stage := declare(s, "aws_api_gateway_stage.live", nil)
	wall := declare(s, "aws_wafv2_web_acl_association.a", attrs{"resource_arn": unresolved("")})
	refer(wall, "resource_arn", stage.Address, false)
	foldQuietly(t, s)
	want(t, "owner", wall.Owner, stage)
	want(t, "association", stage.At("web_acl_association").IsSet(), model.Yes)
}

func TestAPartialReferenceThatIsKnownToNameAnother(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", attrs{"bucket": "x"})
	refer(versioning(s, "aws_s3_bucket_versioning.v", "Enabled", "x-logs"), "bucket", b.Address, false)
	f := declare(s, "aws_lambda_function.f", attrs{"function_name": "f"})
	p := declare(s, "aws_lambda_permission.p", attrs{"function_name": "arn:aws:lambda:eu-west-1:1:function:f", "principal": "*"})
	refer(p, "function_name", f.Address, false)
	foldQuietly(t, s)
	want(t, "bucket", enabled(b), model.No)
	want(t, "function by arn", f.At("permission.principal").Is("*"), model.Maybe)
}

func TestAnExactReferenceInOneOfTwoBranchesIsNotCertain(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", nil)
	link := unresolved("")
	link.Why.Alternatives = []model.Value{unresolved("aws_s3_bucket.b.id"), model.Text("elsewhere", model.Origin{})}
	v := refer(versioning(s, "aws_s3_bucket_versioning.v", "Enabled", link), "bucket", b.Address, true)
	foldQuietly(t, s)
	want(t, "enabled", enabled(b), model.Maybe)
	want(t, "owner", v.Owner, nil)
}

func TestOwnersAreSoughtInOrder(t *testing.T) {
	s := &model.Scope{}
	exact := declare(s, "aws_s3_bucket.exact", nil)
	named := declare(s, "aws_s3_bucket.named", attrs{"bucket": "n"})
	partial := declare(s, "aws_s3_bucket.partial", nil)
	v := versioning(s, "aws_s3_bucket_versioning.v", "Enabled", "n")
	refer(refer(v, "bucket", partial.Address, false), "bucket", exact.Address, true)
	w := versioning(s, "aws_s3_bucket_versioning.w", "Suspended", "n")
	refer(w, "bucket", partial.Address, false)
	foldQuietly(t, s)
	want(t, "exact before name", v.Owner, exact)
	want(t, "name before partial", w.Owner, named)
	want(t, "partial", partial.Folded == nil, true)
}

func TestALinkThatIsAListHasSeveralOwners(t *testing.T) {
	s := &model.Scope{}
	a, b := declare(s, "aws_iam_user.a", attrs{"name": "a"}), declare(s, "aws_iam_user.b", attrs{"name": "b"})
	p := declare(s, "aws_iam_policy_attachment.p", attrs{"users": []string{"a", "b"}, "policy_arn": "p"})
	refer(p, "users", a.Address, true)
	foldQuietly(t, s)
	for _, r := range []*model.Resource{a, b} {
		want(t, r.Address, r.At("policy_attachment.policy_arn").Is("p"), model.Yes)
	}
}

func TestNoLinkLeavesNothingUnknown(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", attrs{"bucket": "here"})
	outside := versioning(s, "aws_s3_bucket_versioning.v", "Suspended", "elsewhere")
	unknown := versioning(s, "aws_s3_bucket_versioning.w", "Suspended", unresolved("var.elsewhere"))
	data := refer(versioning(s, "aws_s3_bucket_versioning.x", "Suspended", "d"), "bucket", "data.aws_s3_bucket.d", true)
	declare(s, "data.aws_s3_bucket.d", attrs{"bucket": "d"}).Mode = model.Data
	foldQuietly(t, s)
	want(t, "default", b.At(status).Is("Disabled"), model.Yes)
	for _, r := range []*model.Resource{outside, unknown, data} {
		want(t, "owner", r.Owner, nil)
		want(t, "judged alone", r.At("versioning_configuration.status").Is("Suspended"), model.Yes)
	}
}

func TestALinkToWhatIsNotDeclaredMayMeanTheOnlyOwner(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", nil)
	v := versioningOf(s, "aws_s3_bucket_versioning.v", "Enabled", "aws_s3_bucket.misspelt")
	set := declare(s, "module.m.aws_s3_bucket.set", nil)
	versioningOf(s, "module.m.aws_s3_bucket_versioning.v", "Enabled", set.Address)
	versioningOf(s, "module.m.aws_s3_bucket_versioning.w", "Suspended", "module.m.aws_s3_bucket.misspelt")
	foldQuietly(t, s)
	want(t, "enabled", enabled(b), model.Maybe)
	want(t, "owner", v.Owner, nil)
	want(t, "one that has its own", enabled(set), model.Yes)
}

func TestALinkToWhatIsNotDeclaredAmongSeveralOwners(t *testing.T) {
	s := &model.Scope{}
	a, b := declare(s, "aws_s3_bucket.a", nil), declare(s, "aws_s3_bucket.b", nil)
	versioningOf(s, "aws_s3_bucket_versioning.v", "Enabled", "aws_s3_bucket.c")
	foldQuietly(t, s)
	want(t, "a", enabled(a), model.No)
	want(t, "b", enabled(b), model.No)
}

func TestALinkThatIsKnownIsNotBroken(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", attrs{"bucket": "b"})
	refer(versioning(s, "aws_s3_bucket_versioning.v", "Enabled", "elsewhere"), "bucket", "aws_s3_bucket.none[0]", true)
	foldQuietly(t, s)
	want(t, "b", enabled(b), model.No)
}

func TestEqualValuesOfSeveralCompanionsJoin(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", attrs{"bucket": "n", "versioning": []attrs{{"enabled": true}}})
	versioningOf(s, "aws_s3_bucket_versioning.v", "Enabled", b.Address)
	versioning(s, "aws_s3_bucket_versioning.w", "Enabled", "n")
	foldQuietly(t, s)
	want(t, "enabled", enabled(b), model.Yes)
}

func TestMutuallyExclusiveCountsAreAlternatives(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want model.Truth
	}{
		{"Enabled", "Enabled", model.Yes},
		{"Suspended", "Disabled", model.No},
		{"Enabled", "Suspended", model.Maybe},
	} {
		s := &model.Scope{}
		b := declare(s, "aws_s3_bucket.b", nil)
		perhaps(versioningOf(s, "aws_s3_bucket_versioning.v[*]", test.a, b.Address), "var.c")
		perhaps(versioningOf(s, "aws_s3_bucket_versioning.w[*]", test.b, b.Address), "!var.c")
		foldQuietly(t, s)
		want(t, test.a+" or "+test.b, enabled(b), test.want)
	}
}

func TestARealConflictIsUnknownAndNamesBoth(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", nil)
	v := versioningOf(s, "aws_s3_bucket_versioning.v", "Enabled", b.Address)
	w := versioningOf(s, "aws_s3_bucket_versioning.w", "Suspended", b.Address)
	diags := fold(t, s)
	want(t, "enabled", enabled(b), model.Maybe)
	if len(diags) != 1 {
		t.Fatalf("diagnostics: %v", diags)
	}
	d := diags[0]
	want(t, "severity", d.Severity, diag.Warning)
	text := d.Summary + d.Detail
	for _, part := range []string{v.Address, w.Address, "main.tf:2", "main.tf:3"} {
		if !strings.Contains(text, part) {
			t.Errorf("%q does not name %s", text, part)
		}
	}
}

func TestCompanionsUnderOneConditionConflict(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", nil)
	perhaps(versioningOf(s, "aws_s3_bucket_versioning.v[*]", "Enabled", b.Address), "var.c")
	perhaps(versioningOf(s, "aws_s3_bucket_versioning.w[*]", "Suspended", b.Address), "var.c")
	perhaps(versioningOf(s, "aws_s3_bucket_versioning.x[*]", "Suspended", b.Address), "var.d")
	want(t, "diagnostics", len(fold(t, s)), 1)
	want(t, "enabled", enabled(b), model.Maybe)
}

func TestAnInlineSettingAndACompanionConflict(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", attrs{"versioning": []attrs{{"enabled": false}}})
	versioningOf(s, "aws_s3_bucket_versioning.v", "Enabled", b.Address)
	want(t, "diagnostics", len(fold(t, s)), 1)
	want(t, "enabled", enabled(b), model.Maybe)

	s = &model.Scope{Format: model.TerraformState}
	b = declare(s, "aws_s3_bucket.b", attrs{"versioning": []attrs{{"enabled": false}}})
	versioningOf(s, "aws_s3_bucket_versioning.v", "Enabled", b.Address)
	foldQuietly(t, s)
	want(t, "a state reads back", enabled(b), model.Yes)
}

func TestACompanionOfUndecidedExistenceIsAnAlternativeToItsAbsence(t *testing.T) {
	s := &model.Scope{}
	b := declare(s, "aws_s3_bucket.b", nil)
	v := perhaps(versioningOf(s, "aws_s3_bucket_versioning.v[*]", "Enabled", b.Address), "")
	inline := declare(s, "aws_s3_bucket.inline", attrs{"versioning": []attrs{{"enabled": true}}})
	perhaps(versioningOf(s, "aws_s3_bucket_versioning.w[*]", "Enabled", inline.Address), "var.c")
	group := declare(s, "aws_security_group.g", nil)
	rule := declare(s, "aws_security_group_rule.r[*]", attrs{"from_port": "22"})
	perhaps(refer(rule, "security_group_id", group.Address, true), "")
	foldQuietly(t, s)
	want(t, "or absent", enabled(b), model.Maybe)
	want(t, "either way not disabled or so", b.At(status).Is("Suspended"), model.No)
	want(t, "owner", v.Owner, b)
	want(t, "or inline", enabled(inline), model.Yes)
	want(t, "element or none", group.At("rule.from_port").Is("22"), model.Maybe)
}

func TestACompanionIsThereUnderItsOwnersCondition(t *testing.T) {
	for _, test := range []struct {
		owner, companion string
		want             model.Truth
	}{
		{"|var.c", "|var.c", model.Yes},
		{"|var.c", "|var.d", model.Maybe},
		{"|var.c", "|var.c && m|var.d", model.Maybe},
		{"|var.c", "!|var.c", model.No},
		{"|var.c && m|var.d", "|var.c && !m|var.d", model.No},
		{"|var.c && m|var.d || var.e", "|var.c && !m|var.d || var.e", model.Maybe},
	} {
		s := &model.Scope{}
		b := perhaps(declare(s, "aws_s3_bucket.b[*]", nil), test.owner)
		perhaps(versioningOf(s, "aws_s3_bucket_versioning.v[*]", "Enabled", b.Address), test.companion)
		foldQuietly(t, s)
		want(t, test.owner+" / "+test.companion, enabled(b), test.want)
	}
}

func TestAlternativesUnderTheOwnersCondition(t *testing.T) {
	s := &model.Scope{}
	b := perhaps(declare(s, "aws_s3_bucket.b[*]", nil), "|var.c")
	perhaps(versioningOf(s, "aws_s3_bucket_versioning.v[*]", "Enabled", b.Address), "|var.c && m|var.d")
	perhaps(versioningOf(s, "aws_s3_bucket_versioning.w[*]", "Enabled", b.Address), "|var.c && !m|var.d")
	foldQuietly(t, s)
	want(t, "enabled", enabled(b), model.Yes)
}

func TestOldNamesOfTypes(t *testing.T) {
	s := &model.Scope{}
	lb := declare(s, "aws_alb.front", nil)
	l := refer(declare(s, "aws_alb_listener.http", attrs{"protocol": "HTTP"}), "load_balancer_arn", lb.Address, true)
	s.Types() // the scope was asked before
	foldQuietly(t, s)
	want(t, "found by its new type", slices.Contains(s.OfType("aws_lb"), lb), true)
	want(t, "none of the old", len(s.OfType("aws_alb")), 0)
	want(t, "address", lb.Address, "aws_alb.front")
	want(t, "listener", lb.At("listener.protocol").Is("HTTP"), model.Yes)
	want(t, "owner", l.Owner, lb)
}

func TestInlinePoliciesOfARoleJoinItsCompanions(t *testing.T) {
	s := &model.Scope{}
	role := declare(s, "aws_iam_role.r", attrs{"inline_policy": []attrs{{"name": "a", "policy": "{}"}}})
	refer(declare(s, "aws_iam_role_policy.p", attrs{"name": "b", "policy": "{}"}), "role", role.Address, true)
	foldQuietly(t, s)
	want(t, "names", names(role), "a b")

	s = &model.Scope{Format: model.TerraformState}
	role = declare(s, "aws_iam_role.r", attrs{"name": "r", "inline_policy": []attrs{{"name": "a", "policy": "{}"}, {"name": "b", "policy": "{}"}}})
	declare(s, "aws_iam_role_policy.p", attrs{"role": "r", "name": "b", "policy": "{}"})
	foldQuietly(t, s)
	want(t, "names", names(role), "a b")
}

func names(role *model.Resource) string {
	var found []string
	for name := range role.Within("policy", "name") {
		found = append(found, name.String())
	}
	return strings.Join(found, " ")
}

func TestDefaultsAreSet(t *testing.T) {
	s := &model.Scope{Format: model.Terraform}
	b := declare(s, "aws_ebs_volume.v", nil)
	foldQuietly(t, s)
	v := b.At("encrypted")
	want(t, "false by default", v.IsFalse(), model.Yes)
	want(t, "defaulted", v.Defaulted, true)
}

func BenchmarkFold(b *testing.B) {
	const buckets = 10000
	for range b.N {
		b.StopTimer()
		s := &model.Scope{}
		for i := range buckets {
			bucket := declare(s, fmt.Sprintf("aws_s3_bucket.b[%d]", i), attrs{"bucket": fmt.Sprint(i)})
			versioningOf(s, fmt.Sprintf("aws_s3_bucket_versioning.v[%d]", i), "Enabled", bucket.Address)
			declare(s, fmt.Sprintf("aws_s3_bucket_acl.a[%d]", i), attrs{"bucket": fmt.Sprint(i), "acl": "private"})
		}
		s.Types()
		b.StartTimer()
		graft.Fold(s)
	}
}

// Stages of several APIs have one name: what is said of one is known by its API, too.
func TestStagesAreKnownByTheirAPI(t *testing.T) {
	stage := func(s *model.Scope, name string, api any) *model.Resource {
		return declare(s, "aws_api_gateway_stage."+name, attrs{"stage_name": "prod", "rest_api_id": api})
	}
	t.Run("settings", func(t *testing.T) {
		s := &model.Scope{}
		declare(s, "aws_api_gateway_rest_api.shop", nil)
		declare(s, "aws_api_gateway_rest_api.help", nil)
		shop := stage(s, "shop", unresolved("aws_api_gateway_rest_api.shop.id"))
		help := stage(s, "help", unresolved("aws_api_gateway_rest_api.help.id"))
		other := stage(s, "other", unresolved("var.api"))
		settings := declare(s, "aws_api_gateway_method_settings.help", attrs{"stage_name": "prod", "rest_api_id": unresolved("aws_api_gateway_rest_api.help.id")})
		foldQuietly(t, s)
		want(t, "owner", settings.Owner, help)
		want(t, "shop's", shop.At("method_settings").IsSet(), model.No)
		want(t, "help's", help.At("method_settings").IsSet(), model.Yes)
		want(t, "other's", other.At("method_settings").IsSet(), model.No)
	})
	t.Run("api unknown", func(t *testing.T) {
		s := &model.Scope{}
		only := stage(s, "only", "a1b2c3d4e5")
		settings := declare(s, "aws_api_gateway_method_settings.s", attrs{"stage_name": "prod", "rest_api_id": unresolved("var.api")})
		foldQuietly(t, s)
		want(t, "owner", settings.Owner, nil)
		want(t, "its settings", model.Not(only.At("method_settings").IsEmpty()), model.Maybe)
	})
	t.Run("plan of two", func(t *testing.T) {
		s := &model.Scope{}
		a, b, c := stage(s, "a", "aaaaaaaaaa"), stage(s, "b", "bbbbbbbbbb"), stage(s, "c", "cccccccccc")
		declare(s, "aws_api_gateway_usage_plan.p", attrs{"api_stages": []attrs{
			{"api_id": "aaaaaaaaaa", "stage": "prod"}, {"api_id": "cccccccccc", "stage": "prod"},
		}})
		foldQuietly(t, s)
		for stage, set := range map[*model.Resource]model.Truth{a: model.Yes, b: model.No, c: model.Yes} {
			want(t, stage.Address, stage.At("usage_plan").IsSet(), set)
		}
	})
	t.Run("plan by reference", func(t *testing.T) {
		s := &model.Scope{}
		a, b := stage(s, "a", "aaaaaaaaaa"), stage(s, "b", unresolved("var.api"))
		plan := declare(s, "aws_api_gateway_usage_plan.p", attrs{"api_stages": []attrs{{"api_id": unresolved("var.other"), "stage": "prod"}}})
		refer(plan, "api_stages.stage", a.Address, true)
		foldQuietly(t, s)
		want(t, "a", a.At("usage_plan").IsSet(), model.Yes)
		want(t, "b", b.At("usage_plan").IsSet(), model.No)
	})
	t.Run("plan by one of two references", func(t *testing.T) {
		s := &model.Scope{}
		a := stage(s, "a", "aaaaaaaaaa")
		either := unresolved("")
		either.Why.Alternatives = []model.Value{unresolved("aws_api_gateway_stage.a.stage_name"), model.Text("elsewhere", model.Origin{})}
		plan := declare(s, "aws_api_gateway_usage_plan.p", attrs{"api_stages": []attrs{{"api_id": unresolved("var.other"), "stage": either}}})
		refer(plan, "api_stages.stage", a.Address, true)
		foldQuietly(t, s)
		want(t, "a", model.Not(a.At("usage_plan").IsEmpty()), model.Maybe)
	})
}

func TestFunctionsAreCalledByMoreThanTheirName(t *testing.T) {
	const arn = "arn:aws:lambda:eu-west-1:123456789012:function:"
	for called, is := range map[string]bool{
		"orders": true, "orders:live": true, "orders:$LATEST": true, "orders-worker": false, "worker:orders": false,
		arn + "orders": true, arn + "orders:7": true, arn + "worker:orders": false, arn + "orders:7:x": false,
		"123456789012:function:orders": true, "123456789012:function:orders:live": true, "orders:function:orders": false,
		"arn:aws:s3:eu-west-1:123456789012:function:orders": false, "function": false, "function:": false,
	} {
		s := &model.Scope{}
		f := declare(s, "aws_lambda_function.f", attrs{"function_name": "orders"})
		p := declare(s, "aws_lambda_permission.p", attrs{"function_name": called, "principal": "*"})
		foldQuietly(t, s)
		want(t, called, p.Owner == f, is)
	}
	for called, is := range map[string]bool{
		arn + "orders:live": true, "123456789012:function:orders": true, "222222222222:function:orders": false,
		"arn:aws:lambda:eu-west-2:123456789012:function:orders": false, "orders:live": true,
	} {
		s := &model.Scope{}
		f := declare(s, "aws_lambda_function.f", attrs{"function_name": "orders", "arn": arn + "orders"})
		p := declare(s, "aws_lambda_permission.p", attrs{"function_name": called, "principal": "*"})
		foldQuietly(t, s)
		want(t, called+" of a known ARN", p.Owner == f, is)
	}
}

func TestAFunctionIsCalledByAPartOfAText(t *testing.T) {
	text := func(s string) model.Value { return model.Text(s, model.Origin{}) }
	of := func(key string) model.Value { return unresolved(key) }
	for i, test := range []struct {
		parts []model.Value
		sure  bool
	}{
		{[]model.Value{of("aws_lambda_function.f.arn"), text(":live")}, true},
		{[]model.Value{text("arn:aws:lambda:eu-west-1:"), of("var.account"), text(":function:"), of("aws_lambda_function.f.id")}, true},
		{[]model.Value{of("aws_lambda_function.f.id"), text("-worker")}, false},
		{[]model.Value{text("the-"), of("aws_lambda_function.f.id")}, false},
	} {
		s := &model.Scope{}
		f := declare(s, "aws_lambda_function.f", nil)
		link := unresolved("")
		link.Why.Parts = test.parts
		p := refer(declare(s, "aws_lambda_permission.p", attrs{"function_name": link}), "function_name", f.Address, false)
		foldQuietly(t, s)
		want(t, fmt.Sprint("owner ", i), p.Owner == f, test.sure)
		want(t, fmt.Sprint("it may be the owner ", i), f.At("permission").IsEmpty() != model.Yes, true)
	}
}

func TestAFunctionIsCalledByTheEndOfItsARN(t *testing.T) {
	for suffix, is := range map[string]bool{":function:orders": true, ":function:orders:live": true, ":function:the-orders": false, "orders": false} {
		s := &model.Scope{}
		f := declare(s, "aws_lambda_function.f", attrs{"function_name": "orders"})
		link := unresolved("")
		link.Why.Suffix = suffix
		p := declare(s, "aws_lambda_permission.p", attrs{"function_name": link})
		foldQuietly(t, s)
		want(t, suffix, p.Owner == f, is)
	}
}
