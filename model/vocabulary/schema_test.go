package vocabulary

import (
	"cmp"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// lines returns the lines of a file that are not comments.
func lines(f *file) []string {
	return slices.DeleteFunc(strings.Split(strings.TrimSuffix(*f.text, "\n"), "\n"), func(line string) bool {
		return strings.HasPrefix(line, "#")
	})
}

// files returns new files with the texts of the real ones, of which nothing is parsed yet.
func files() map[string]*file {
	return map[string]*file{
		"aws":     {text: &awsText},
		"azurerm": {text: &azurermText},
		"google":  {text: &googleText},
		"builtin": {text: &builtinText},
	}
}

func TestEveryLineParses(t *testing.T) {
	for name, f := range files() {
		previous := ""
		for _, line := range lines(f) {
			key, _, _ := strings.Cut(line, " ")
			if key <= previous {
				t.Errorf("%s: %s stands after %s", name, key, previous)
			}
			previous = key
			if found, ok := find(*f.text, key); !ok || found != line {
				t.Errorf("%s: the line of %s is not found", name, key)
			}
			checkSorted(t, name+" "+key, f.parse(line, new(Schema)), map[*Schema]bool{})
		}
		if !strings.HasSuffix(*f.text, "\n") {
			t.Errorf("%s: the last line has no end", name)
		}
	}
}

// checkSorted tells of entries out of order, at any depth.
func checkSorted(t *testing.T, path string, s *Schema, seen map[*Schema]bool) {
	t.Helper()
	if s == nil || seen[s] {
		return
	}
	seen[s] = true
	if !slices.IsSortedFunc(s.Attributes, func(a, b Attribute) int { return cmp.Compare(a.Name, b.Name) }) {
		t.Errorf("%s: attributes are not sorted", path)
	}
	if !slices.IsSortedFunc(s.Blocks, func(a, b Block) int { return cmp.Compare(a.Name, b.Name) }) {
		t.Errorf("%s: blocks are not sorted", path)
	}
	for _, a := range s.Attributes {
		checkSorted(t, path+"."+a.Name, a.Nested, seen)
	}
	for _, b := range s.Blocks {
		if s.Attribute(b.Name) != nil {
			t.Errorf("%s: %s is an attribute and a block", path, b.Name)
		}
		checkSorted(t, path+"."+b.Name, b.Schema, seen)
	}
}

func TestFind(t *testing.T) {
	for name, f := range files() {
		all := lines(f)
		for _, line := range []string{all[0], all[len(all)/2], all[len(all)-1]} {
			key, _, _ := strings.Cut(line, " ")
			if found, ok := find(*f.text, key); !ok || found != line {
				t.Errorf("%s: the line of %s is not found", name, key)
			}
			for _, missing := range []string{key[:len(key)-1], key + "_", key + " "} {
				if found, ok := find(*f.text, missing); ok {
					t.Errorf("%s: found %q for %q", name, found, missing)
				}
			}
		}
		for _, missing := range []string{"", "!", "~"} {
			if found, ok := find(*f.text, missing); ok {
				t.Errorf("%s: found %q for %q", name, found, missing)
			}
		}
	}
}

func TestUnknownNames(t *testing.T) {
	for _, name := range []string{
		"", "#", "aws", "aws_", "aws_ebs_volum", "aws_ebs_volume_", "AWS_EBS_VOLUME", "data.aws_ami", "provider.aws",
		"@timeouts", "timeouts", "aws_ebs_volume arn=", "docker_image", "docker", "null\x00resource",
	} {
		if Resource(name) != nil {
			t.Errorf("there is a resource %q", name)
		}
		if Data(name) != nil {
			t.Errorf("there is a data source %q", name)
		}
	}
	if Provider("docker") != nil || Provider("google-beta") != nil || Provider("aws_ebs_volume") != nil {
		t.Error("there is a provider that there should not be")
	}
	var none *Schema
	if none.Attribute("id") != nil || none.Block("timeouts") != nil || none.Has("id") ||
		none.ImpliedType() != cty.DynamicPseudoType {
		t.Error("a nil schema has something")
	}
}

func TestVersion(t *testing.T) {
	for name, want := range map[string]string{
		"aws": "6.45.0", "azurerm": "4.73.0", "google": "6.50.0", "random": "", "aws_ebs_volume": "", "": "",
	} {
		if got := Version(name); got != want {
			t.Errorf("Version(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestAttributes(t *testing.T) {
	for _, test := range []struct {
		schema *Schema
		want   Attribute
	}{
		{Resource("aws_ebs_volume"), Attribute{Name: "availability_zone", Type: cty.String, Required: true}},
		{Resource("aws_ebs_volume"), Attribute{Name: "encrypted", Type: cty.Bool, Optional: true, Computed: true}},
		{Resource("aws_ebs_volume"), Attribute{Name: "arn", Type: cty.String, Computed: true}},
		{Resource("aws_ebs_volume"), Attribute{Name: "tags", Type: cty.Map(cty.String), Optional: true}},
		{Resource("aws_lb"), Attribute{Name: "subnets", Type: cty.Set(cty.String), Optional: true, Computed: true}},
		{Resource("azurerm_storage_account"), Attribute{Name: "location", Type: cty.String, Required: true}},
		{Resource("google_compute_instance"), Attribute{Name: "can_ip_forward", Type: cty.Bool, Optional: true}},
		{Data("aws_ami"), Attribute{Name: "owners", Type: cty.List(cty.String), Optional: true}},
		{Provider("aws"), Attribute{Name: "region", Type: cty.String, Optional: true}},
		{Resource("terraform_data"), Attribute{Name: "input", Type: cty.DynamicPseudoType, Optional: true}},
		{Resource("terraform_data"), Attribute{Name: "output", Type: cty.DynamicPseudoType, Computed: true}},
		{Resource("random_id"), Attribute{Name: "byte_length", Type: cty.Number, Required: true}},
		{Data("http"), Attribute{Name: "url", Type: cty.String, Required: true}},
		{Data("external"), Attribute{Name: "result", Type: cty.Map(cty.String), Computed: true}},
		{Data("terraform_remote_state"), Attribute{Name: "outputs", Type: cty.DynamicPseudoType, Computed: true}},
	} {
		got := test.schema.Attribute(test.want.Name)
		if got == nil || *got != test.want {
			t.Errorf("%s is %+v, want %+v", test.want.Name, got, test.want)
		}
	}
}

func TestObjects(t *testing.T) {
	ingress := Resource("aws_security_group").Attribute("ingress")
	if ingress == nil || !ingress.Type.IsSetType() || !ingress.Optional || !ingress.Computed {
		t.Fatalf("ingress is %+v", ingress)
	}
	if !ingress.Type.Equals(cty.Set(ingress.Nested.ImpliedType())) {
		t.Errorf("the type of ingress, %#v, is not that of its inside", ingress.Type)
	}
	if ports := ingress.Nested.Attribute("from_port"); ports == nil || ports.Type != cty.Number {
		t.Errorf("ingress.from_port is %+v", ports)
	}
}

func TestBlocks(t *testing.T) {
	for _, test := range []struct {
		schema *Schema
		want   Block
	}{
		{Resource("aws_instance"), Block{Name: "root_block_device", Nesting: List, Single: true}},
		{Resource("aws_instance"), Block{Name: "ebs_block_device", Nesting: Set}},
		{Resource("aws_instance"), Block{Name: "timeouts", Nesting: Single, Single: true}},
		{Resource("aws_cloudfront_distribution"),
			Block{Name: "default_cache_behavior", Nesting: List, Single: true, Required: true}},
		{Resource("aws_quicksight_analysis"), Block{Name: "definition", Nesting: List, Opaque: true}},
		{Resource("google_compute_instance"), Block{Name: "network_interface", Nesting: List, Required: true}},
		{Data("archive_file"), Block{Name: "source", Nesting: Set}},
	} {
		got := test.schema.Block(test.want.Name)
		if got == nil {
			t.Errorf("there is no block %s", test.want.Name)
			continue
		}
		test.want.Schema = got.Schema
		if *got != test.want || got.Schema == nil {
			t.Errorf("%s is %+v, want %+v", test.want.Name, got, test.want)
		}
	}
}

func TestSharedBodies(t *testing.T) {
	if Resource("aws_ebs_volume").Block("timeouts").Schema != Resource("aws_dynamodb_table").Block("timeouts").Schema {
		t.Error("two types with the same timeouts have one each")
	}
	acl := Resource("aws_wafv2_web_acl").Block("rule").Block("statement")
	if acl.Block("and_statement").Block("statement").Schema != acl.Schema {
		t.Error("a recursive block is not the one that encloses it")
	}
}

func TestHas(t *testing.T) {
	for _, test := range []struct {
		schema *Schema
		path   string
		want   bool
	}{
		{Resource("aws_instance"), "ebs_block_device.encrypted", true},
		{Resource("aws_instance"), "ebs_block_device", true},
		{Resource("aws_instance"), "ebs_block_device.nothing", false},
		{Resource("aws_instance"), "ebs_block_device.encrypted.deeper", false},
		{Resource("aws_instance"), "tags.Name", true},
		{Resource("aws_instance"), "tags.any.depth", true},
		{Resource("aws_instance"), "nothing", false},
		{Resource("aws_instance"), "", false},
		{Resource("aws_instance"), "ami.", false},
		{Resource("aws_instance"), "security_groups.name", false},
		{Resource("aws_security_group"), "ingress.cidr_blocks", true},
		{Resource("aws_security_group"), "ingress.cidr_block", false},
		{Resource("terraform_data"), "output.a.b", true},
		{Data("aws_iam_policy_document"), "statement.principals.identifiers", true},
		{Resource("aws_quicksight_analysis"), "definition.sheets.visuals", true},
		{Resource("aws_quicksight_analysis").Block("definition").Schema, "sheets", true},
		{Data("aws_quicksight_analysis"), "definition.sheets", true},
		{Resource("aws_wafv2_web_acl"), "rule.statement" + strings.Repeat(".and_statement.statement", 50) +
			".geo_match_statement.country_codes", true},
		{Resource("aws_wafv2_web_acl"), "rule.statement.and_statement.statement.country_codes", false},
		{Provider("azurerm"), "features.key_vault.purge_soft_delete_on_destroy", true},
		{Provider("tls"), "proxy.url", true},
	} {
		if got := test.schema.Has(test.path); got != test.want {
			t.Errorf("Has(%q) = %v", test.path, got)
		}
	}
}

func TestImpliedType(t *testing.T) {
	object := func(typ cty.Type, names ...string) cty.Type {
		types := map[string]cty.Type{}
		for _, name := range names {
			types[name] = typ
		}
		return cty.Object(types)
	}
	networkInterface := cty.Object(map[string]cty.Type{
		"delete_on_termination": cty.Bool, "device_index": cty.Number, "network_card_index": cty.Number,
		"network_interface_id": cty.String,
	})
	sleep := Resource("time_sleep").ImpliedType()
	if want := cty.Object(map[string]cty.Type{
		"create_duration": cty.String, "destroy_duration": cty.String, "id": cty.String, "triggers": cty.Map(cty.String),
	}); !sleep.Equals(want) {
		t.Errorf("time_sleep is %#v", sleep)
	}
	instance := Resource("aws_instance").ImpliedType()
	for name, want := range map[string]cty.Type{
		"enclave_options":             cty.List(object(cty.Bool, "enabled")),
		"maintenance_options":         cty.List(object(cty.String, "auto_recovery")),
		"network_interface":           cty.Set(networkInterface),
		"secondary_private_ips":       cty.Set(cty.String),
		"timeouts":                    object(cty.String, "create", "delete", "read", "update"),
		"user_data_replace_on_change": cty.Bool,
	} {
		if got := instance.AttributeType(name); !got.Equals(want) {
			t.Errorf("aws_instance.%s is %#v, want %#v", name, got, want)
		}
	}
}

// Blocks that contain a value of any type cannot be elements of a list, which have one type.
func TestImpliedTypeOfTheUnknown(t *testing.T) {
	if got := Resource("aws_quicksight_analysis").ImpliedType().AttributeType("definition"); got != cty.DynamicPseudoType {
		t.Errorf("an opaque block is %#v", got)
	}
	acl := Resource("aws_wafv2_web_acl").ImpliedType()
	if got := acl.AttributeType("rule"); got != cty.DynamicPseudoType {
		t.Errorf("a block that holds a recursive one is %#v", got)
	}
	if got := acl.AttributeType("visibility_config"); !got.IsListType() {
		t.Errorf("the block beside it is %#v", got)
	}
}

// Every type has an implied type: none of the recursive ones goes on for ever, none makes cty panic.
func TestImpliedTypes(t *testing.T) {
	for name, f := range files() {
		for _, line := range lines(f) {
			if !f.parse(line, new(Schema)).ImpliedType().IsObjectType() {
				t.Errorf("%s: not an object: %s", name, line)
			}
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	types := []string{"aws_wafv2_web_acl", "aws_wafv2_rule_group", "aws_instance", "aws_lexv2models_intent", "aws_lb"}
	f := files()["aws"]
	got := make([][]*Schema, 8)
	var group sync.WaitGroup
	for i := range got {
		group.Go(func() {
			for _, typ := range types {
				s := f.schema(&f.resources, "", typ)
				s.ImpliedType()
				s.Has("rule.statement.not_statement.statement")
				got[i] = append(got[i], s)
			}
		})
	}
	group.Wait()
	for _, schemas := range got {
		if !slices.Equal(schemas, got[0]) {
			t.Error("two who ask for a type get different schemas")
		}
	}
}

// A package that has nothing to do at start is not in the trace at all.
func TestNothingIsBuiltAtStart(t *testing.T) {
	if testing.CoverMode() != "" {
		t.Skip("counting coverage is work at start")
	}
	again := exec.Command(os.Args[0], "-test.run=^$")
	again.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	trace, err := again.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, trace)
	}
	if !strings.Contains(string(trace), "init github.com/zclconf/go-cty/cty @") {
		t.Fatalf("no trace: %s", trace)
	}
	for line := range strings.Lines(string(trace)) {
		if strings.HasPrefix(line, "init github.com/lintel-iac/lintel/model/vocabulary ") {
			t.Error(line)
		}
	}
}

// BenchmarkCold finds and parses every resource type of aws, each once; the time is for one.
func BenchmarkCold(b *testing.B) {
	var types []string
	for _, line := range lines(&aws) {
		if name, _, _ := strings.Cut(line, " "); plain(name) {
			types = append(types, name)
		}
	}
	b.ReportAllocs()
	f := files()["aws"]
	for i := range b.N {
		if i%len(types) == 0 {
			f = files()["aws"]
		}
		f.schema(&f.resources, "", types[i%len(types)])
	}
}

func BenchmarkWarm(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Resource("aws_ebs_volume")
	}
}

func BenchmarkMissing(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Resource("aws_there_is_no_such_type")
	}
}

func TestCloudFormation(t *testing.T) {
	for typ := range CloudFormationTypes {
		if p := CloudFormation(typ); p == nil || !slices.IsSortedFunc(p.List, func(a, b Property) int { return strings.Compare(a.Name, b.Name) }) {
			t.Errorf("%s is %v", typ, p)
		}
	}
	bucket := CloudFormation("AWS::S3::Bucket")
	for path, want := range map[string]bool{
		"BucketName": true, "BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.SSEAlgorithm": true,
		"Tags.Key": true, "Tags.Name": false, "bucket": false, "BucketName.X": false, "": false,
	} {
		if bucket.Has(path) != want {
			t.Errorf("a bucket has %q: %v", path, !want)
		}
	}
	for path, want := range map[string]bool{"PolicyDocument.Statement.Effect": true, "Policy": false} {
		if CloudFormation("AWS::S3::BucketPolicy").Has(path) != want {
			t.Errorf("a policy has %q: %v", path, !want)
		}
	}
	// A statement of a firewall's rule holds statements.
	rule := CloudFormation("AWS::WAFv2::WebACL").Property("Rules").Inside
	statement := rule.Property("Statement").Inside
	if statement.Property("NotStatement").Inside.Property("Statement").Inside != statement {
		t.Error("the statement inside is another")
	}
	for _, typ := range []string{"", "#", "AWS::S3::Bucket.Rule", "AWS::S3::Buckets", "AWS::S3::Bucket BucketName"} {
		if CloudFormation(typ) != nil {
			t.Errorf("%q is a type", typ)
		}
	}
}
