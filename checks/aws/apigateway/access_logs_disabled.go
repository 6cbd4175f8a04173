package apigateway

import "github.com/lintel-iac/lintel/checks"

var AccessLogsDisabled = &checks.Check{
	Title:    "Stage of an API does not log requests",
	Severity: checks.Medium,
	Why:      "After an attack nobody can tell who asked for what, and from where.",
	Fix: checks.Fix{
		Terraform:      `Add a block "access_log_settings" with a "destination_arn".`,
		CloudFormation: `Set "AccessLogSetting", in version 2 "AccessLogSettings", with a "DestinationArn".`,
		Live:           "Switch on access logs in the settings of the stage.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_76 CKV_AWS_95",
		KICS: "0a994e04-c6dc-471d-817e-d37451d18a3b 1b6799eb-4a7a-4b04-9001-8cceb9999326 " +
			"80d45af4-4920-4236-a56e-b7ef419d1941 06ec63e3-9f72-4fe2-a218-2eb9200b8db5 " +
			"625abc0e-f980-4ac9-a775-f7519ee34296",
		Trivy:   "AVD-AWS-0113 AVD-AWS-0116 AVD-AWS-0001",
		CfnNag:  "W69 W46 W45",
		Guard:   "API_GW_STAGE_ACCESS_LOGGING_RULE API_GWV2_ACCESS_LOGS_ENABLED",
		Prowler: "apigatewayv2_api_access_logging_enabled",
	},
	References: []string{
		"https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
		"https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html",
	},
	Since: "0.1",
	Rule:  checks.RequireSet{Type: "aws_api_gateway_stage aws_apigatewayv2_stage", Path: "access_log_settings.destination_arn"},
}
