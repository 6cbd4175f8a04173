package project

import (
	"fmt"
	"os"
	"path/filepath"
)

// policed are the types that the policies are about, in turn.
var policed = []string{
	"aws_cloudwatch_log_group", "aws_db_instance", "aws_db_parameter_group", "aws_db_subnet_group", "aws_ebs_volume",
	"aws_iam_policy", "aws_iam_role", "aws_instance", "aws_kms_alias", "aws_kms_key", "aws_lambda_function",
	"aws_lambda_permission", "aws_lb", "aws_lb_listener", "aws_lb_target_group", "aws_s3_bucket", "aws_s3_bucket_policy",
	"aws_s3_bucket_versioning", "aws_security_group", "aws_sns_topic", "aws_sns_topic_subscription", "aws_sqs_queue",
	"aws_sqs_queue_policy", "aws_subnet", "aws_vpc", "aws_vpc_endpoint", "aws_vpc_security_group_ingress_rule",
}

// questions are what the policies ask, in turn: of a scalar, of a place that may be missing, of each tag, and by a question.
var questions = []string{
	`deny contains {"path": "", "message": "stands in a file of its own"} if endswith(input.resource.location.file, "alone.tf")`,
	`deny contains {"path": "", "message": "is none"} if input.resource.attributes.id == "none"`,
	`deny contains {"path": "", "message": sprintf("%s is empty", [key])} if {
	some key, value in input.resource.effective
	value == ""
}`,
	`deny contains {"path": "", "message": "is none at all"} if lintel.is_any(input.resource.attributes.id, ["none"])`,
}

// Policies writes so many policies in Rego, each about one type of what Flat writes.
func Policies(dir string, count int) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for i := range count {
		text := fmt.Sprintf("# METADATA\n# title: Policy %d\n# custom:\n#   severity: low\n#   types: [%s]\npackage bench.policy_%d\n\n%s\n",
			i, policed[i%len(policed)], i, questions[i%len(questions)])
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("policy_%d.rego", i)), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
